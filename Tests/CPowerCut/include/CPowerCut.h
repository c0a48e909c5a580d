#ifndef CPOWERCUT_H
#define CPOWERCUT_H

// Takes a program's power away at one of its system calls, or after a while.
//
// The tests load this library into the real program (LD_PRELOAD). It counts what the program
// writes, syncs, sends, renames and removes, on every thread, and kills it (SIGKILL) when it is
// about to make a certain one of these calls, or in the middle of it. A page shared with the test,
// the file PICKWAY_CUT_BOOK, says which, and keeps the count whatever happens.

// The words of the page, 64 bits each.
enum {
  CUT_ARMED = 0,   // calls are counted while it is 1
  CUT_AT = 1,      // the call that is the last, counted from 1; 0 for none
  CUT_TORN = 2,    // 1: that call gets half of its bytes through
  CUT_AFTER = 3,   // microseconds from the program's start to its end; 0 for none
  CUT_STRUCK = 4,  // 1 once the power has gone
  CUT_COUNT = 5,   // calls counted
  CUT_WRITES = 6,  // of these: writes
  CUT_SYNCS = 7,   // syncs
  CUT_SENDS = 8,   // sends
  CUT_NAMES = 9,   // renames, removals and cuts to length
  CUT_WORDS = 16
};

#endif
