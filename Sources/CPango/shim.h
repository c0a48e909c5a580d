#ifndef CPANGO_SHIM_H
#define CPANGO_SHIM_H

#include <cairo/cairo-pdf.h>
#include <pango/pangocairo.h>

#endif
