// GBK and GB18030 by the C library's own tables: terminals speak them where no locale of theirs is
// installed.
#define _GNU_SOURCE 1
#include "internal.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>
#include <termios.h>

// A descriptor remembers nothing between characters of these encodings; one a thread.
static iconv_t opened(iconv_t *descriptor, const char *to, const char *from) {
  if (!*descriptor) *descriptor = iconv_open(to, from);
  return *descriptor;
}

int ct_gb_encode(uint32_t scalar, int full, uint8_t *bytes) {
  static _Thread_local iconv_t larger, smaller;
  iconv_t use = full ? opened(&larger, "GB18030", "UTF-32LE") : opened(&smaller, "GBK", "UTF-32LE");
  if (use == (iconv_t)-1) return 0;
  char *in = (char *)&scalar, *out = (char *)bytes;
  size_t in_left = 4, out_left = 4;
  if (iconv(use, &in, &in_left, &out, &out_left) == (size_t)-1) {
    iconv(use, NULL, NULL, NULL, NULL);
    return 0;
  }
  return (int)(4 - out_left);
}

uint32_t ct_gb_decode(const uint8_t *bytes, int count) {
  static _Thread_local iconv_t back;
  iconv_t use = opened(&back, "UTF-32LE", "GB18030");
  if (use == (iconv_t)-1) return 0;
  char *in = (char *)bytes;
  uint32_t scalar = 0;
  char *out = (char *)&scalar;
  size_t in_left = (size_t)count, out_left = 4;
  if (iconv(use, &in, &in_left, &out, &out_left) == (size_t)-1 || in_left > 0) {
    iconv(use, NULL, NULL, NULL, NULL);
    return 0;
  }
  return scalar;
}

int ct_echo(int fd, int shown) {
  struct termios modes;
  if (tcgetattr(fd, &modes) != 0) return errno;
  if (shown) {
    modes.c_lflag |= ECHO;
  } else {
    modes.c_lflag &= ~(tcflag_t)ECHO;
  }
  return tcsetattr(fd, TCSANOW, &modes) == 0 ? 0 : errno;
}
