"""Runs a program and writes its peak resident size in kilobytes: `python3 -S -I peak_memory.py FILE PROGRAM...`

A child's peak begins with that of the process it was forked from, so this one stays small and is started anew.
"""

import os
import sys


def main() -> int:
    child = os.fork()
    if child == 0:
        os.execv(sys.argv[2], sys.argv[2:])
    _, status, usage = os.wait4(child, 0)
    with open(sys.argv[1], "w") as file:
        file.write(str(usage.ru_maxrss))
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(main())
