// Pseudo-terminals: a program at the other end of one, as a person would have it. Fork is not
// for Swift, because the child may call only what is safe in a signal handler.
#define _GNU_SOURCE 1
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

int ct_pty_resize(int leader, int rows, int columns) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  return ioctl(leader, TIOCSWINSZ, &size) == 0 ? 0 : errno;
}

int ct_pty_open(int rows, int columns, int *leader, int *follower) {
  int fd = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (fd < 0) return errno;
  char name[64];
  *follower = -1;
  if (grantpt(fd) == 0 && unlockpt(fd) == 0 && ptsname_r(fd, name, sizeof name) == 0)
    *follower = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (*follower < 0) {
    int error = errno;
    close(fd);
    return error;
  }
  fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
  *leader = fd;
  return ct_pty_resize(fd, rows, columns);
}

int ct_pty_spawn(const char *program, char *const *arguments, char *const *environment,
                 const char *directory, int rows, int columns, int *leader, pid_t *child) {
  int follower;
  int error = ct_pty_open(rows, columns, leader, &follower);
  if (error) return error;
  int report[2];
  if (pipe2(report, O_CLOEXEC) != 0) {
    error = errno;
    close(*leader);
    close(follower);
    return error;
  }
  *child = fork();
  if (*child == 0) {
    struct sigaction plain = {.sa_handler = SIG_DFL};
    for (int number = 1; number < 32; number++) sigaction(number, &plain, NULL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    setsid();
    int failed = ioctl(follower, TIOCSCTTY, 0) != 0;
    for (int fd = 0; fd < 3 && !failed; fd++) failed = dup2(follower, fd) < 0;
    if (!failed && directory) failed = chdir(directory) != 0;
    if (!failed) {
      int end = fcntl(report[1], F_DUPFD, 3);
      if (end != 3) dup2(end, 3);
      // Everything but the report's end is closed, and that one by a successful exec.
#ifdef SYS_close_range
      syscall(SYS_close_range, 4U, ~0U, 0U);
#endif
      fcntl(3, F_SETFD, FD_CLOEXEC);
      report[1] = 3;
      execve(program, arguments, environment);
    }
    error = errno;
    _exit(write(report[1], &error, sizeof error) < 0 ? 126 : 127);
  }
  int failure = errno;
  close(follower);
  close(report[1]);
  int told = 0;
  if (*child > 0 && read(report[0], &told, sizeof told) == sizeof told) {
    waitpid(*child, NULL, 0);
    failure = told;
  } else if (*child > 0) {
    failure = 0;
  }
  close(report[0]);
  if (failure) close(*leader);
  return failure;
}

int ct_reap(pid_t child, int *status) {
  int raw;
  pid_t ended = waitpid(child, &raw, WNOHANG);
  if (ended == 0) return 0;
  if (ended < 0) return -1;
  *status = WIFSIGNALED(raw) ? -WTERMSIG(raw) : WEXITSTATUS(raw);
  return 1;
}
