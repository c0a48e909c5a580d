// crypt(3) hashes PINs; glibc no longer declares it, libcrypt does.
#include <crypt.h>
