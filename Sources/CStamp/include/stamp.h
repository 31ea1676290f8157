/* What this program was built from, as the build was told: the texts are empty where it was not. */
const char *lockstep_commit(void);
const char *lockstep_date(void);
