// What the parts of CTerminal share.
#ifndef CTERMINAL_INTERNAL_H
#define CTERMINAL_INTERNAL_H

#include "CTerminal.h"

/// Takes a place among the guarded terminals and remembers the terminal's modes; -1 when full.
int ct_guard_reserve(int output);
/// Sets the bytes that restore the terminal, and guards it from now on.
void ct_guard_arm(int place, const char *restore);
/// Gives the place back.
void ct_guard_release(int place);

#endif
