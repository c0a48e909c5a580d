#ifndef CLOCK_H
#define CLOCK_H

// A queue in front of a file that many processes write: first come, first served.
//
// SQLite's own wait for its write lock is a poll, so under load some writers wait for seconds.
// Here a System V semaphore is taken first: the kernel hands it over in the order of asking, and
// gives it back (SEM_UNDO) when its holder is killed. Where semaphores cannot be had, flock(2) on
// a file beside it stands in, which is freed as surely but promises no order.
//
// The queue is a courtesy: the file's own lock still decides. So two processes that ended up with
// different kinds of queue lose fairness, never data.

typedef struct write_queue write_queue;

// The kinds of queue.
enum { WRITE_QUEUE_SEMAPHORE = 0, WRITE_QUEUE_FLOCK = 1 };

// Opens the queue of the file at `path`, known by its device and inode. With `kind` FLOCK no
// semaphore is tried. Returns 0, or an errno.
int write_queue_open(const char *path, int kind, write_queue **queue);

// The kind of queue that was opened.
int write_queue_kind(const write_queue *queue);

// Waits for one's turn, at most `milliseconds`. Returns 0, ETIMEDOUT, or another errno.
int write_queue_enter(write_queue *queue, int milliseconds);

// Lets the next one in. Returns 0 or an errno.
int write_queue_leave(write_queue *queue);

// How many wait for their turn now; -1 when that cannot be told.
int write_queue_waiting(write_queue *queue);

// Closes the queue; the last one to close it takes the semaphore out of the kernel.
void write_queue_close(write_queue *queue);

#endif
