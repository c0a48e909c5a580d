// Terminals for Swift: curses for output, signals, waiting, pseudo-terminals.
//
// Everything of curses stays behind an opaque pointer: its macros do not import into Swift, its
// globals are not safe there, and only wide characters may be given to it. Input is never read
// through curses: `ct_read` is read(2).
#ifndef CTERMINAL_H
#define CTERMINAL_H

#include <stdint.h>
#include <sys/types.h>

#ifdef __cplusplus
extern "C" {
#endif

// --- Locale -----------------------------------------------------------------------------------

/// What the locale's character set can show.
enum {
  CT_CODESET_OTHER = 0,
  CT_CODESET_UTF8 = 1,
  CT_CODESET_GB = 2,
};

/// Sets the locale from the environment, C.UTF-8 where that names none; numbers stay as in C.
/// Returns the character set. Not safe beside other threads: call it at start.
int ct_set_locale(void);
/// The character set of the locale as it is.
int ct_codeset(void);
/// The columns of a character in the present locale; -1 when it cannot be shown.
int ct_wcwidth(uint32_t scalar);

// --- Display ----------------------------------------------------------------------------------

/// A terminal curses draws on.
typedef struct ct_terminal ct_terminal;

/// Attributes of a cell; the bits of Swift's `Attributes`.
enum {
  CT_BOLD = 1 << 0,
  CT_DIM = 1 << 1,
  CT_REVERSE = 1 << 2,
  CT_UNDERLINE = 1 << 3,
  CT_ACCENT = 1 << 4,
  CT_GOOD = 1 << 5,
  CT_WARN = 1 << 6,
  CT_BAD = 1 << 7,
};

/// Opens a terminal by name on two descriptors, which stay the caller's. Returns NULL when the
/// name is unknown or the terminal cannot move its cursor. `color` 0 leaves colours out.
ct_terminal *_Nullable ct_open(const char *_Nonnull name, int input, int output, int color);
/// Leaves the terminal as it was found and frees it.
void ct_close(ct_terminal *_Nonnull terminal);
/// The size curses draws for.
void ct_size(const ct_terminal *_Nonnull terminal, int *_Nonnull rows, int *_Nonnull columns);
/// Asks the system for the size and draws for it. Returns 1 when it changed.
int ct_resize(ct_terminal *_Nonnull terminal);
/// Which attributes make a difference on this terminal.
uint32_t ct_attributes(const ct_terminal *_Nonnull terminal);
/// Whether lines go out through the terminal's own line set: not where curses would send raw
/// box-drawing characters (linux, screen), nor where terminfo knows no line set.
int ct_has_line_set(const ct_terminal *_Nonnull terminal);
/// Whether raw box-drawing characters, too, take one column: asks the terminal by printing one
/// and reading the cursor's place back. Typed bytes read meanwhile go to `early` (at most
/// `capacity`, the count in `*early_count`). Returns 1 for one column, 0 for anything else.
int ct_probe_line_width(ct_terminal *_Nonnull terminal, int timeout_ms, uint8_t *_Nonnull early,
                        int capacity, int *_Nonnull early_count);
/// Puts one character with its marks; `line` not 0 is a letter of the VT100 line set instead.
void ct_put(ct_terminal *_Nonnull terminal, int row, int column, const uint32_t *_Nonnull scalars,
            int count, int width, uint32_t attributes, char line);
/// Places the cursor; a negative row hides it.
void ct_cursor(ct_terminal *_Nonnull terminal, int row, int column);
/// Sends the differences; `all` not 0 sends everything, as after line noise.
void ct_refresh(ct_terminal *_Nonnull terminal, int all);
/// What the terminal understands besides plain text, as its description says.
enum {
  /// Moving, erasing and attributes as in ECMA-48, and a cursor that stays behind the last column.
  CT_ECMA = 1 << 0,
  /// Erases a number of characters.
  CT_ERASES = 1 << 1,
  /// Repeats the character before.
  CT_REPEATS = 1 << 2,
};
/// The bits of what the terminal understands; 0 leaves drawing to curses.
uint32_t ct_abilities(const ct_terminal *_Nonnull terminal);
/// The text of one of the terminal's strings without padding; "" when it has none. Returns the
/// bytes written to `text`, without an ending 0.
int ct_string(const ct_terminal *_Nonnull terminal, const char *_Nonnull name,
              uint8_t *_Nonnull text, int capacity);
/// Enters the terminal's own screen and clears it, whatever stood there.
void ct_clear(ct_terminal *_Nonnull terminal);
/// Sends bytes as they are. Returns 0, or errno.
int ct_send(ct_terminal *_Nonnull terminal, const uint8_t *_Nonnull bytes, size_t count);
/// Rings the bell; `visual` not 0 flashes.
void ct_beep(ct_terminal *_Nonnull terminal, int visual);
/// Gives the terminal back, stops the process as Ctrl-Z would, and takes it again on return.
void ct_suspend(ct_terminal *_Nonnull terminal);

// --- GBK and GB18030 ---------------------------------------------------------------------------

/// A character in GB18030, or in GBK when `full` is 0. Returns its bytes' count, 0 for none.
int ct_gb_encode(uint32_t scalar, int full, uint8_t *_Nonnull bytes);
/// The character of 1, 2 or 4 bytes of GB18030; 0 for none.
uint32_t ct_gb_decode(const uint8_t *_Nonnull bytes, int count);
/// Switches the echo of typed keys by a terminal that is read line by line. Returns 0, or errno.
int ct_echo(int fd, int shown);

// --- Crashes and stderr -----------------------------------------------------------------------

/// Guards against crashes: on SEGV, ILL, TRAP, BUS, FPE and ABRT every open terminal is restored,
/// `farewell` is written to it, and the signal goes on to the handler that was there before.
void ct_guard(const char *_Nonnull farewell);
/// Sends stderr to the end of a file, made readable by its owner alone. Returns 0, or errno.
int ct_redirect_stderr(const char *_Nonnull path);
/// Gives stderr back.
void ct_restore_stderr(void);

// --- Waiting ----------------------------------------------------------------------------------

/// What `ct_wait` saw.
enum {
  CT_INPUT = 1 << 0,
  CT_HANGUP = 1 << 1,
  CT_SIGNAL = 1 << 2,
  CT_EXTRA = 1 << 3,
};

/// Turns WINCH, HUP, TERM, INT, TSTP and CONT into bytes of a pipe, and ignores PIPE. Returns the
/// end to read, or -1 with errno.
int ct_signals_open(void);
/// Takes the next signal out of the pipe; 0 when there is none.
int ct_signal_next(void);
/// Puts the handlers back and closes the pipe.
void ct_signals_close(void);
/// Waits for the terminal, a signal or an extra descriptor (-1 for none) until a time has passed;
/// -1 waits for ever. Returns the bits of what is ready, 0 for the timeout.
int ct_wait(int input, int signals, int extra, int64_t timeout_ms);
/// Reads what is there. Returns the count, 0 when nothing is, -1 when the other end is gone.
ssize_t ct_read(int fd, uint8_t *_Nonnull bytes, size_t capacity);
/// Writes everything. Returns 0, or errno.
int ct_write(int fd, const uint8_t *_Nonnull bytes, size_t count);
/// Milliseconds of a clock that never goes back.
int64_t ct_now(void);

// --- Pseudo-terminals -------------------------------------------------------------------------

/// Opens a pseudo-terminal of a size. Returns 0, or errno.
int ct_pty_open(int rows, int columns, int *_Nonnull leader, int *_Nonnull follower);
/// Starts a program as the leader of a session on a new pseudo-terminal; `directory` may be NULL.
/// The strings of `arguments` and `environment` end with a NULL. Returns 0, or errno.
int ct_pty_spawn(const char *_Nonnull program, char *_Nullable const *_Nonnull arguments,
                 char *_Nullable const *_Nonnull environment, const char *_Nullable directory,
                 int rows, int columns, int *_Nonnull leader, pid_t *_Nonnull child);
/// Changes the size; the program is told. Returns 0, or errno.
int ct_pty_resize(int leader, int rows, int columns);
/// The child's end: 0 while it runs, 1 when it has ended with `*status` from 0 to 255, or with
/// minus the signal that ended it; -1 when there is no such child.
int ct_reap(pid_t child, int *_Nonnull status);

#ifdef __cplusplus
}
#endif
#endif
