#pragma once

#include <curl/curl.h>
#include <nss.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

// The C library's, declared here because Swift's Glibc module hides what needs _GNU_SOURCE; memfd_create(2).
int memfd_create(const char *name, unsigned int flags);

// A file without a name that lives in memory, closed on exec; a negative number: it could not be made.
static inline int lockstep_memory_file(void) {
    return memfd_create("lockstep", 1U);
}

// Swift cannot call variadic C functions: one wrapper for each type of argument that is passed.
// https://curl.se/libcurl/c/curl_easy_setopt.html

static inline CURLcode curl_easy_set_long(CURL *easy, CURLoption option, long value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode curl_easy_set_offset(CURL *easy, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode curl_easy_set_string(CURL *easy, CURLoption option, const char *value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode curl_easy_set_pointer(CURL *easy, CURLoption option, void *value) {
    return curl_easy_setopt(easy, option, value);
}

// Reading, writing and header callbacks share this type.
static inline CURLcode curl_easy_set_data_callback(CURL *easy, CURLoption option, curl_read_callback callback) {
    return curl_easy_setopt(easy, option, callback);
}

static inline CURLcode curl_easy_set_prerequest_callback(CURL *easy, curl_prereq_callback callback) {
    return curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, callback);
}

static inline CURLcode curl_easy_get_long(CURL *easy, CURLINFO info, long *value) {
    return curl_easy_getinfo(easy, info, value);
}

static inline CURLcode curl_easy_get_offset(CURL *easy, CURLINFO info, curl_off_t *value) {
    return curl_easy_getinfo(easy, info, value);
}

static inline CURLcode curl_easy_get_socket(CURL *easy, CURLINFO info, curl_socket_t *value) {
    return curl_easy_getinfo(easy, info, value);
}

static inline CURLcode curl_easy_get_string(CURL *easy, CURLINFO info, char **value) {
    return curl_easy_getinfo(easy, info, value);
}

static inline CURLMcode curl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
    return curl_multi_setopt(multi, option, value);
}
