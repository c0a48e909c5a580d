#ifndef C_ALLOCATIONS_H
#define C_ALLOCATIONS_H

/// How often the calling thread has asked for memory since it began.
long allocation_count(void);

#endif
