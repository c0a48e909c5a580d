// The crash guard and the redirection of stderr: what must work while the process is dying is
// precomputed, and only async-signal-safe calls are made from the handler.
#define _GNU_SOURCE 1
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

enum { PLACES = 8 };

static struct {
  volatile sig_atomic_t armed;
  int taken, output, has_modes;
  struct termios modes;
  char restore[256];
  size_t restore_count;
} places[PLACES];

static const int fatal[] = {SIGSEGV, SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGABRT};
enum { FATAL = sizeof fatal / sizeof *fatal };
static struct sigaction previous[FATAL];
static int guarding;
static char farewell_text[512];
static size_t farewell_count;
static int saved_stderr = -1;

int ct_guard_reserve(int output) {
  for (int i = 0; i < PLACES; i++) {
    if (places[i].taken) continue;
    places[i].taken = 1;
    places[i].armed = 0;
    places[i].output = output;
    places[i].has_modes = tcgetattr(output, &places[i].modes) == 0;
    return i;
  }
  return -1;
}

void ct_guard_arm(int place, const char *restore) {
  if (place < 0) return;
  size_t count = strlen(restore);
  if (count > sizeof places[place].restore) count = sizeof places[place].restore;
  memcpy(places[place].restore, restore, count);
  places[place].restore_count = count;
  places[place].armed = 1;
}

void ct_guard_release(int place) {
  if (place < 0) return;
  places[place].armed = 0;
  places[place].taken = 0;
}

static void on_crash(int signal_number, siginfo_t *info, void *context) {
  (void)context;
  for (int i = 0; i < PLACES; i++) {
    if (!places[i].armed) continue;
    places[i].armed = 0;
    if (write(places[i].output, places[i].restore, places[i].restore_count) < 0) continue;
    if (places[i].has_modes) tcsetattr(places[i].output, TCSANOW, &places[i].modes);
    if (write(places[i].output, farewell_text, farewell_count) < 0) continue;
  }
  for (int i = 0; i < FATAL; i++) sigaction(fatal[i], &previous[i], NULL);
  // A fault happens again when we return, in its own context; a signal sent must be sent again.
  if (info->si_code <= 0) raise(signal_number);
}

void ct_guard(const char *farewell) {
  farewell_count = strlen(farewell);
  if (farewell_count > sizeof farewell_text) farewell_count = sizeof farewell_text;
  memcpy(farewell_text, farewell, farewell_count);
  if (guarding) return;
  guarding = 1;
  // A stack of its own, because running out of stack is one of the ways to crash.
  static char stack_memory[64 * 1024];
  stack_t present;
  if (sigaltstack(NULL, &present) == 0 && (present.ss_flags & SS_DISABLE)) {
    stack_t stack = {.ss_sp = stack_memory, .ss_size = sizeof stack_memory};
    sigaltstack(&stack, NULL);
  }
  struct sigaction action = {.sa_sigaction = on_crash, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < FATAL; i++) sigaction(fatal[i], &action, &previous[i]);
}

int ct_redirect_stderr(const char *path) {
  int file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (file < 0) return errno;
  if (saved_stderr < 0) saved_stderr = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  int result = dup2(file, STDERR_FILENO) < 0 ? errno : 0;
  close(file);
  return result;
}

void ct_restore_stderr(void) {
  if (saved_stderr < 0) return;
  dup2(saved_stderr, STDERR_FILENO);
  close(saved_stderr);
  saved_stderr = -1;
}
