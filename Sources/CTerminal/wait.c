// Waiting: signals become bytes of a pipe, and one poll(2) sees the terminal, the pipe and one
// descriptor more.
#define _GNU_SOURCE 1
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

static const int watched[] = {SIGWINCH, SIGHUP, SIGTERM, SIGINT, SIGTSTP, SIGCONT, SIGPIPE};
enum { WATCHED = sizeof watched / sizeof *watched };
static struct sigaction previous[WATCHED];
static int signal_pipe[2] = {-1, -1};

static void on_signal(int number) {
  int saved = errno;
  unsigned char byte = (unsigned char)number;
  // A full pipe already holds enough to wake the reader.
  if (write(signal_pipe[1], &byte, 1) < 0) errno = saved;
  errno = saved;
}

int ct_signals_open(void) {
  if (signal_pipe[0] >= 0) return signal_pipe[0];
  if (pipe2(signal_pipe, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  for (int i = 0; i < WATCHED; i++) {
    struct sigaction action = {.sa_flags = SA_RESTART};
    action.sa_handler = watched[i] == SIGPIPE ? SIG_IGN : on_signal;
    sigemptyset(&action.sa_mask);
    sigaction(watched[i], &action, &previous[i]);
  }
  return signal_pipe[0];
}

int ct_signal_next(void) {
  unsigned char byte;
  return signal_pipe[0] >= 0 && read(signal_pipe[0], &byte, 1) == 1 ? byte : 0;
}

void ct_signals_close(void) {
  if (signal_pipe[0] < 0) return;
  for (int i = 0; i < WATCHED; i++) sigaction(watched[i], &previous[i], NULL);
  close(signal_pipe[0]);
  close(signal_pipe[1]);
  signal_pipe[0] = signal_pipe[1] = -1;
}

int ct_wait(int input, int signals, int extra, int64_t timeout_ms) {
  struct pollfd set[3] = {
      {.fd = input, .events = POLLIN},
      {.fd = signals, .events = POLLIN},
      {.fd = extra, .events = POLLIN},
  };
  int timeout = timeout_ms < 0 ? -1 : timeout_ms > 1 << 30 ? 1 << 30 : (int)timeout_ms;
  int ready = poll(set, 3, timeout);
  if (ready < 0 && errno == EINTR) {  // the signal's byte is in the pipe by now
    ready = poll(set, 3, 0);
  }
  if (ready <= 0) return 0;
  int result = 0;
  if (set[0].revents & POLLIN) result |= CT_INPUT;
  if (set[0].revents & (POLLHUP | POLLERR | POLLNVAL)) result |= CT_HANGUP;
  if (set[1].revents) result |= CT_SIGNAL;
  if (set[2].revents) result |= CT_EXTRA;
  return result;
}

ssize_t ct_read(int fd, uint8_t *bytes, size_t capacity) {
  for (;;) {
    ssize_t count = read(fd, bytes, capacity);
    if (count > 0) return count;
    if (count < 0 && errno == EINTR) continue;
    if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return 0;
    return -1;
  }
}

int ct_write(int fd, const uint8_t *bytes, size_t count) {
  while (count > 0) {
    ssize_t done = write(fd, bytes, count);
    if (done >= 0) {
      bytes += done;
      count -= (size_t)done;
    } else if (errno == EAGAIN) {
      struct pollfd room = {.fd = fd, .events = POLLOUT};
      if (poll(&room, 1, 5000) <= 0) return EAGAIN;
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

int64_t ct_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
