#include "stamp.h"

const char *lockstep_commit(void) { return LOCKSTEP_COMMIT; }
const char *lockstep_date(void) { return LOCKSTEP_DATE; }
