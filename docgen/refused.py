"""Why the system refuses a file, in Vietnamese."""

from __future__ import annotations

import errno

USUAL = {
    errno.EISDIR: "chỗ đó là một thư mục",
    errno.ENOTDIR: "trên đường dẫn có chỗ không phải thư mục",
    errno.ENOENT: "không có tệp hoặc thư mục đó",
    errno.EACCES: "không có quyền, hoặc tệp đang mở",
    errno.EPERM: "không có quyền, hoặc tệp đang mở",
    errno.ENOSPC: "ổ đĩa hết chỗ",
    errno.EDQUOT: "ổ đĩa hết chỗ",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.ENAMETOOLONG: "tên dài quá",
    errno.EEXIST: "đã có tệp hoặc thư mục tên đó",
}


def why(error: OSError) -> str:
    """The reason that an officer understands, or what the system says where it is a rare one."""
    return USUAL.get(error.errno or 0) or error.strerror or str(error)
