#ifndef CCUPS_SHIM_H
#define CCUPS_SHIM_H

#include <stddef.h>

// The few functions of libcups that a label needs, declared here: its own headers would make this
// module the owner of the system's socket structures for everybody else. The numbers are those of
// RFC 8010 and 8011 and of cups/http.h, which libcups has kept since 1.6.

typedef struct _http_s http_t;
typedef struct _ipp_s ipp_t;
typedef struct _ipp_attribute_s ipp_attribute_t;

enum { IPP_OP_PRINT_JOB = 0x0002, IPP_OP_CANCEL_JOB = 0x0008, IPP_OP_GET_JOB_ATTRIBUTES = 0x0009,
       IPP_OP_GET_PRINTER_ATTRIBUTES = 0x000B };
enum { IPP_TAG_ZERO = 0x00, IPP_TAG_OPERATION = 0x01, IPP_TAG_INTEGER = 0x21,
       IPP_TAG_BOOLEAN = 0x22, IPP_TAG_ENUM = 0x23, IPP_TAG_NAME = 0x42, IPP_TAG_URI = 0x45,
       IPP_TAG_MIMETYPE = 0x49 };
enum { HTTP_ENCRYPTION_IF_REQUESTED = 0, HTTP_STATUS_CONTINUE = 100 };

http_t *httpConnect2(const char *host, int port, void *addresses, int family, int encryption,
                     int blocking, int milliseconds, int *cancel);
void httpSetTimeout(http_t *http, double seconds, int (*callback)(http_t *, void *), void *context);
void httpClose(http_t *http);

ipp_t *ippNewRequest(int operation);
void ippDelete(ipp_t *ipp);
size_t ippLength(ipp_t *ipp);
ipp_attribute_t *ippAddString(ipp_t *ipp, int group, int tag, const char *name,
                              const char *language, const char *value);
ipp_attribute_t *ippAddInteger(ipp_t *ipp, int group, int tag, const char *name, int value);
ipp_attribute_t *ippFindAttribute(ipp_t *ipp, const char *name, int tag);
int ippGetStatusCode(ipp_t *ipp);
int ippGetValueTag(ipp_attribute_t *attribute);
int ippGetCount(ipp_attribute_t *attribute);
int ippGetInteger(ipp_attribute_t *attribute, int element);
int ippGetBoolean(ipp_attribute_t *attribute, int element);
const char *ippGetString(ipp_attribute_t *attribute, int element, const char **language);

ipp_t *cupsDoRequest(http_t *http, ipp_t *request, const char *resource);
int cupsSendRequest(http_t *http, ipp_t *request, const char *resource, size_t length);
int cupsWriteRequestData(http_t *http, const char *buffer, size_t length);
ipp_t *cupsGetResponse(http_t *http, const char *resource);
const char *cupsLastErrorString(void);

#endif
