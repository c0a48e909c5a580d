#ifndef CZINT_SHIM_H
#define CZINT_SHIM_H

#include <string.h>
#include <zint.h>

// One call from data to modules. struct zint_symbol holds a 200 x 144 byte array, which Swift would
// import as nested tuples of 28,800 elements; so the struct never crosses the border.
//
// Writes one byte a module (1 = dark), row by row, and returns zint's code: below ZINT_ERROR is good.
// `message` holds at least 100 bytes.
static inline int czint_encode(int symbology, int input_mode, int error_level,
                               const unsigned char *data, int length,
                               unsigned char *modules, int capacity,
                               int *columns, int *rows, char *message) {
  struct zint_symbol *symbol = ZBarcode_Create();
  if (!symbol) {
    strcpy(message, "out of memory");
    return ZINT_ERROR_MEMORY;
  }
  symbol->symbology = symbology;
  symbol->input_mode = input_mode;
  if (error_level > 0) symbol->option_1 = error_level;
  int result = ZBarcode_Encode(symbol, data, length);
  strncpy(message, symbol->errtxt, 99);
  message[99] = 0;
  *columns = symbol->width;
  *rows = symbol->rows;
  if (result < ZINT_ERROR && symbol->width * symbol->rows > capacity) {
    strcpy(message, "symbol too large");
    result = ZINT_ERROR_TOO_LONG;
  }
  if (result < ZINT_ERROR) {
    for (int row = 0; row < symbol->rows; row++)
      for (int column = 0; column < symbol->width; column++)
        modules[row * symbol->width + column] =
            (symbol->encoded_data[row][column >> 3] >> (column & 7)) & 1;
  }
  ZBarcode_Delete(symbol);
  return result;
}

#endif
