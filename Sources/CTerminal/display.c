// The display: ncursesw behind an opaque pointer. Only wide characters are given to it, so that a
// GBK or GB18030 terminal is served by the locale's own conversion.
#define _XOPEN_SOURCE_EXTENDED 1
#define _GNU_SOURCE 1
#include "internal.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>
// term.h defines names of capabilities as macros, some of them everyday words.
#undef columns
#undef lines

struct ct_terminal {
  SCREEN *screen;
  FILE *in, *out;
  int output;
  int guard;
  uint32_t attributes;
  int has_line_set, raw_lines;
};

int ct_codeset(void) {
  const char *name = nl_langinfo(CODESET);
  if (strcmp(name, "UTF-8") == 0 || strcmp(name, "utf8") == 0) return CT_CODESET_UTF8;
  if (strncmp(name, "GB", 2) == 0) return CT_CODESET_GB;
  return CT_CODESET_OTHER;
}

static int names_locale(void) {
  static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (int i = 0; i < 3; i++) {
    const char *value = getenv(names[i]);
    if (value && *value) return 1;
  }
  return 0;
}

int ct_set_locale(void) {
  if (!setlocale(LC_ALL, "") || !names_locale()) setlocale(LC_ALL, "C.UTF-8");
  setlocale(LC_NUMERIC, "C");
  return ct_codeset();
}

int ct_wcwidth(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

// The text of a terminfo string, or an empty one.
static const char *capability(const char *name) {
  const char *text = tigetstr((char *)name);
  return text && text != (char *)-1 ? text : "";
}

static void add_restoring(char *bytes, size_t capacity, const char *text) {
  size_t used = strlen(bytes);
  while (*text && used + 1 < capacity) {
    if (text[0] == '$' && text[1] == '<') {  // padding, of no use to an emulator
      const char *end = strchr(text, '>');
      if (end) {
        text = end + 1;
        continue;
      }
    }
    bytes[used++] = *text++;
  }
  bytes[used] = 0;
}

// Whether curses sends raw box-drawing characters for its line set on this terminal: what
// ncurses' own _nc_locale_breaks_acs decides.
static int sends_raw_lines(const char *name) {
  if (ct_codeset() != CT_CODESET_UTF8) return 0;
  const char *fix = getenv("NCURSES_NO_UTF8_ACS");
  if (fix && *fix) return atoi(fix) != 0;
  int declared = tigetnum("U8");
  if (declared >= 0) return declared != 0;
  return strstr(name, "linux") || strstr(name, "screen") || strstr(name, "tmux");
}

static void start_colors(ct_terminal *terminal, int color) {
  if (!color || !has_colors()) return;
  start_color();
  short background = use_default_colors() == OK ? -1 : COLOR_BLACK;
  init_pair(1, COLOR_CYAN, background);
  init_pair(2, COLOR_GREEN, background);
  init_pair(3, COLOR_YELLOW, background);
  init_pair(4, COLOR_RED, background);
  terminal->attributes |= CT_ACCENT | CT_GOOD | CT_WARN | CT_BAD;
}

static void find_attributes(ct_terminal *terminal) {
  attr_t known = termattrs();
  if (known & A_BOLD) terminal->attributes |= CT_BOLD;
  if (known & A_DIM) terminal->attributes |= CT_DIM;
  if (known & (A_REVERSE | A_STANDOUT)) terminal->attributes |= CT_REVERSE;
  if (known & A_UNDERLINE) terminal->attributes |= CT_UNDERLINE;
}

static int real_size(int fd, int *rows, int *width) {
  struct winsize size;
  if (ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return 0;
  *rows = size.ws_row;
  *width = size.ws_col;
  return 1;
}

static FILE *duplicate(int fd, const char *mode) {
  int copy = dup(fd);
  if (copy < 0) return NULL;
  FILE *file = fdopen(copy, mode);
  if (!file) close(copy);
  return file;
}

static ct_terminal *fail(ct_terminal *terminal) {
  if (terminal->in) fclose(terminal->in);
  if (terminal->out) fclose(terminal->out);
  free(terminal);
  return NULL;
}

// Asked before newterm, which would already draw. The terminal in use is put back, because its
// screen would otherwise keep the one freed here.
static int can_move_cursor(const char *name, int output) {
  TERMINAL *before = cur_term;
  int error = 0;
  int known = setupterm((char *)name, output, &error) == OK;
  int can = known && *capability("cup") != 0;
  TERMINAL *asked = set_curterm(before);
  if (known && asked != before) del_curterm(asked);
  return can;
}

// newterm installs handlers of its own for these, one of which exits the process.
static const int disturbed[] = {SIGINT, SIGTERM, SIGTSTP, SIGWINCH};

ct_terminal *ct_open(const char *name, int input, int output, int color) {
  ct_terminal *terminal = calloc(1, sizeof *terminal);
  if (!terminal) return NULL;
  terminal->output = output;
  terminal->in = duplicate(input, "r");
  terminal->out = duplicate(output, "w");
  if (!terminal->in || !terminal->out) return fail(terminal);

  if (!can_move_cursor(name, output)) return fail(terminal);

  // Emulators need no padding, the size is the system's and not the environment's.
  setenv("NCURSES_NO_PADDING", "1", 0);
  use_env(FALSE);
  use_tioctl(TRUE);
  int guard = ct_guard_reserve(output);
  struct sigaction before[4];
  for (int i = 0; i < 4; i++) sigaction(disturbed[i], NULL, &before[i]);
  terminal->screen = newterm((char *)name, terminal->out, terminal->in);
  for (int i = 0; i < 4; i++) sigaction(disturbed[i], &before[i], NULL);
  if (!terminal->screen) {
    ct_guard_release(guard);
    return fail(terminal);
  }
  set_term(terminal->screen);
  terminal->guard = guard;
  raw();
  noecho();
  nonl();
  typeahead(-1);
  leaveok(stdscr, FALSE);
  scrollok(stdscr, FALSE);
  find_attributes(terminal);
  start_colors(terminal, color);
  terminal->raw_lines = sends_raw_lines(name);
  terminal->has_line_set = *capability("acsc") != 0 && !terminal->raw_lines;

  char restore[256] = "";
  add_restoring(restore, sizeof restore, capability("rmacs"));
  add_restoring(restore, sizeof restore, capability("sgr0"));
  add_restoring(restore, sizeof restore, capability("op"));
  add_restoring(restore, sizeof restore, capability("rmcup"));
  add_restoring(restore, sizeof restore, capability("cnorm"));
  add_restoring(restore, sizeof restore, "\r\n");
  ct_guard_arm(guard, restore);

  int rows, width;
  if (real_size(output, &rows, &width)) resizeterm(rows, width);
  return terminal;
}

void ct_close(ct_terminal *terminal) {
  set_term(terminal->screen);
  curs_set(1);
  endwin();
  ct_guard_release(terminal->guard);
  delscreen(terminal->screen);
  fclose(terminal->in);
  fclose(terminal->out);
  free(terminal);
}

void ct_size(const ct_terminal *terminal, int *rows, int *width) {
  set_term(terminal->screen);
  getmaxyx(stdscr, *rows, *width);
}

int ct_resize(ct_terminal *terminal) {
  set_term(terminal->screen);
  int rows, width;
  if (!real_size(terminal->output, &rows, &width)) return 0;
  if (!is_term_resized(rows, width)) return 0;
  resizeterm(rows, width);
  clearok(curscr, TRUE);  // what the emulator did to the old picture is its own affair
  return 1;
}

uint32_t ct_attributes(const ct_terminal *terminal) { return terminal->attributes; }

int ct_has_line_set(const ct_terminal *terminal) { return terminal->has_line_set; }

// Reads a cursor report, ESC [ row ; column R, out of what arrives; all else goes to `early`.
static int read_column(int fd, int64_t until, uint8_t *early, int capacity, int *count) {
  char report[16];
  int used = 0;
  for (;;) {
    int64_t left = until - ct_now();
    struct pollfd wait = {.fd = fd, .events = POLLIN};
    if (left <= 0 || poll(&wait, 1, (int)left) <= 0) break;
    char byte;
    if (read(fd, &byte, 1) != 1) break;
    int starts = byte == 27;
    int continues = used > 0 && (used == 1 ? byte == '[' : strchr("0123456789;R", byte) != NULL);
    if (!continues && used > 0) {
      for (int i = 0; i < used && *count < capacity; i++) early[(*count)++] = (uint8_t)report[i];
      used = 0;
    }
    if (!starts && !continues) {
      if (*count < capacity) early[(*count)++] = (uint8_t)byte;
      continue;
    }
    report[used++] = byte;
    report[used] = 0;
    int row, column;
    if (byte == 'R' && sscanf(report, "\033[%d;%dR", &row, &column) == 2) return column;
    if (used + 1 == (int)sizeof report) used = 0;
  }
  for (int i = 0; i < used && *count < capacity; i++) early[(*count)++] = (uint8_t)report[i];
  return 0;
}

int ct_probe_line_width(ct_terminal *terminal, int timeout_ms, uint8_t *early, int capacity,
                        int *early_count) {
  *early_count = 0;
  if (!terminal->raw_lines) return 0;
  static const char question[] = "\r\xE2\x94\x80\x1B[6n";
  set_term(terminal->screen);
  fflush(terminal->out);
  if (ct_write(terminal->output, (const uint8_t *)question, sizeof question - 1) != 0) return 0;
  int column = read_column(fileno(terminal->in), ct_now() + timeout_ms, early, capacity,
                           early_count);
  static const char wipe[] = "\r   \r";
  ct_write(terminal->output, (const uint8_t *)wipe, sizeof wipe - 1);
  clearok(curscr, TRUE);
  if (column != 2) return 0;
  terminal->has_line_set = 1;
  return 1;
}

void ct_put(ct_terminal *terminal, int row, int column, const uint32_t *scalars, int count,
            int width, uint32_t attributes, char line) {
  set_term(terminal->screen);
  attr_t attr = A_NORMAL;
  attributes &= terminal->attributes;
  if (attributes & CT_BOLD) attr |= A_BOLD;
  if (attributes & CT_DIM) attr |= A_DIM;
  if (attributes & CT_REVERSE) attr |= A_REVERSE;
  if (attributes & CT_UNDERLINE) attr |= A_UNDERLINE;
  short pair = attributes & CT_BAD    ? 4
               : attributes & CT_WARN ? 3
               : attributes & CT_GOOD ? 2
               : attributes & CT_ACCENT ? 1
                                        : 0;
  wchar_t text[CCHARW_MAX + 1] = {0};
  cchar_t cell;
  if (line) {
    text[0] = (wchar_t)line;
    attr |= A_ALTCHARSET;
  } else {
    int shown = 0;
    for (int i = 0; i < count && i < CCHARW_MAX; i++) {
      int columns_taken = wcwidth((wchar_t)scalars[i]);
      // A character the locale cannot show, or shows in another width, would shift the row.
      if (columns_taken != (i == 0 ? width : 0)) {
        if (i == 0) break;
        continue;
      }
      text[shown++] = (wchar_t)scalars[i];
    }
    if (shown == 0) {
      uint32_t unknown = '?';
      for (int i = 0; i < width; i++)
        ct_put(terminal, row, column + i, &unknown, 1, 1, attributes, 0);
      return;
    }
  }
  if (setcchar(&cell, text, attr, pair, NULL) == OK) mvwadd_wch(stdscr, row, column, &cell);
}

void ct_cursor(ct_terminal *terminal, int row, int column) {
  set_term(terminal->screen);
  if (row < 0) {
    curs_set(0);
  } else {
    curs_set(1);
    wmove(stdscr, row, column);
  }
}

void ct_refresh(ct_terminal *terminal, int all) {
  set_term(terminal->screen);
  if (all) clearok(curscr, TRUE);
  wrefresh(stdscr);
}

static int has_prefix(const char *name, const char *prefix) {
  return strncmp(capability(name), prefix, strlen(prefix)) == 0;
}

uint32_t ct_abilities(const ct_terminal *terminal) {
  set_term(terminal->screen);
  if (!has_prefix("cup", "\033[%i%p1%d;%p2%dH") || !has_prefix("el", "\033[K")) return 0;
  if (!has_prefix("clear", "\033[H\033[") || tigetflag("xenl") <= 0) return 0;
  if (*capability("rev") && !has_prefix("rev", "\033[7m")) return 0;
  if (*capability("bold") && !has_prefix("bold", "\033[1m")) return 0;
  uint32_t result = CT_ECMA;
  if (has_prefix("ech", "\033[%p1%dX")) result |= CT_ERASES;
  if (has_prefix("rep", "%p1%c\033[%p2%{1}%-%db")) result |= CT_REPEATS;
  return result;
}

int ct_string(const ct_terminal *terminal, const char *name, uint8_t *text, int capacity) {
  set_term(terminal->screen);
  char bytes[64] = "";
  add_restoring(bytes, sizeof bytes, capability(name));
  int count = (int)strlen(bytes);
  if (count > capacity) count = capacity;
  memcpy(text, bytes, (size_t)count);
  return count;
}

void ct_clear(ct_terminal *terminal) {
  set_term(terminal->screen);
  werase(stdscr);
  clearok(curscr, TRUE);
  wrefresh(stdscr);
}

int ct_send(ct_terminal *terminal, const uint8_t *bytes, size_t count) {
  return ct_write(terminal->output, bytes, count);
}

void ct_beep(ct_terminal *terminal, int visual) {
  set_term(terminal->screen);
  if (visual) {
    flash();
  } else {
    beep();
  }
  fflush(terminal->out);
}

void ct_suspend(ct_terminal *terminal) {
  set_term(terminal->screen);
  endwin();
  raise(SIGSTOP);
  ct_resize(terminal);
  clearok(curscr, TRUE);
  wrefresh(stdscr);
}
