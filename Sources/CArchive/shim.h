#pragma once

#include <archive.h>
#include <archive_entry.h>

// The C library's, declared here because Swift's Glibc module hides what needs _GNU_SOURCE; memfd_create(2).
int memfd_create(const char *name, unsigned int flags);
static const unsigned int lockstep_memfd_close_on_exec = 1U;
