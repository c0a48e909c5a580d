#define _GNU_SOURCE 1
#include "CPowerCut.h"

#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static _Atomic long *book;

static void strike(void) {
  atomic_store(&book[CUT_STRUCK], 1);
  syscall(SYS_kill, getpid(), SIGKILL);
  for (;;) pause();
}

static void *wait_and_strike(void *unused) {
  (void)unused;
  long left = atomic_load(&book[CUT_AFTER]);
  struct timespec time = {.tv_sec = left / 1000000, .tv_nsec = left % 1000000 * 1000};
  nanosleep(&time, NULL);
  strike();
  return NULL;
}

__attribute__((constructor)) static void open_book(void) {
  const char *path = getenv("PICKWAY_CUT_BOOK");
  if (!path) return;
  int fd = open(path, O_RDWR | O_CLOEXEC);
  if (fd < 0) return;
  void *page =
      mmap(NULL, CUT_WORDS * sizeof(long), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  close(fd);
  if (page == MAP_FAILED) return;
  book = page;
  pthread_t thread;
  if (atomic_load(&book[CUT_AFTER]) > 0) pthread_create(&thread, NULL, wait_and_strike, NULL);
}

// Counts a call; whether it is the one to be torn. At its number the power goes.
static int is_torn(int kind) {
  if (!book || !atomic_load(&book[CUT_ARMED])) return 0;
  long number = atomic_fetch_add(&book[CUT_COUNT], 1) + 1;
  atomic_fetch_add(&book[kind], 1);
  if (number != atomic_load(&book[CUT_AT])) return 0;
  if (!atomic_load(&book[CUT_TORN])) strike();
  return 1;
}

ssize_t write(int fd, const void *bytes, size_t count) {
  int torn = is_torn(CUT_WRITES);
  ssize_t done = syscall(SYS_write, fd, bytes, torn ? count / 2 : count);
  if (torn) strike();
  return done;
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) {
  int torn = is_torn(CUT_WRITES);
  ssize_t done = syscall(SYS_pwrite64, fd, bytes, torn ? count / 2 : count, at);
  if (torn) strike();
  return done;
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) {
  return pwrite64(fd, bytes, count, at);
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
  int torn = is_torn(CUT_WRITES);
  ssize_t done = syscall(SYS_writev, fd, parts, torn ? count / 2 : count);
  if (torn) strike();
  return done;
}

ssize_t send(int fd, const void *bytes, size_t count, int flags) {
  return sendto(fd, bytes, count, flags, NULL, 0);
}

ssize_t sendto(int fd, const void *bytes, size_t count, int flags,
               const struct sockaddr *address, socklen_t length) {
  int torn = is_torn(CUT_SENDS);
  ssize_t done =
      syscall(SYS_sendto, fd, bytes, torn ? count / 2 : count, flags, address, length);
  if (torn) strike();
  return done;
}

ssize_t sendmsg(int fd, const struct msghdr *message, int flags) {
  if (is_torn(CUT_SENDS)) strike();
  return syscall(SYS_sendmsg, fd, message, flags);
}

int fsync(int fd) {
  int torn = is_torn(CUT_SYNCS);
  int done = (int)syscall(SYS_fsync, fd);
  if (torn) strike();
  return done;
}

int fdatasync(int fd) {
  int torn = is_torn(CUT_SYNCS);
  int done = (int)syscall(SYS_fdatasync, fd);
  if (torn) strike();
  return done;
}

int rename(const char *from, const char *to) {
  int torn = is_torn(CUT_NAMES);
  int done = (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
  if (torn) strike();
  return done;
}

int unlink(const char *path) {
  int torn = is_torn(CUT_NAMES);
  int done = (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
  if (torn) strike();
  return done;
}

int ftruncate64(int fd, off64_t length) {
  int torn = is_torn(CUT_NAMES);
  int done = (int)syscall(SYS_ftruncate, fd, length);
  if (torn) strike();
  return done;
}

int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }
