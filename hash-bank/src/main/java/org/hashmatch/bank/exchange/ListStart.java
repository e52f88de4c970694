package org.hashmatch.bank.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Refuses by name what is handed over as a list and is none. Python pickles above all: the state
 * files of other tools are pickles, and whoever loads one runs what is in it.
 */
final class ListStart {

  private static final int LOOK = 64;
  private static final int PICKLE_PROTO = 0x80;
  private static final int MAX_PICKLE_PROTOCOL = 0x1f;

  /** How pickles of protocols 0 and 1 begin that no list does. */
  private static final Pattern OLD_PICKLE =
      Pattern.compile(
          "(\\((lp|dp|tp|l|d|t)[0-9]*\\r?\\n"
              + "|[(\\[\\]{})]+q[\\x00-\\x1f]"
              + "|\\(?[ci](__builtin__|builtins|copy_reg|copyreg|posix|nt|os|[a-z_]+(\\.\\w+)+)\\r?\\n)"
              + "[\\s\\S]*");

  private ListStart() {}

  /** The same bytes, if they may be a list. */
  static InputStream check(InputStream in) throws IOException {
    BufferedInputStream list = new BufferedInputStream(in);
    list.mark(LOOK);
    byte[] start = list.readNBytes(LOOK);
    list.reset();
    if (isPickle(start)) {
      throw new ListException(
          "this is a Python pickle, not a list; it is not read, since a pickle can run code");
    }
    if (begins(start, 0x1f, 0x8b)) {
      throw new ListException("this is a gzip file; unpack it first");
    }
    if (begins(start, 'P', 'K', 3, 4)) {
      throw new ListException("this is a zip file; unpack it first");
    }
    return list;
  }

  private static boolean isPickle(byte[] start) {
    boolean withVersion =
        start.length >= 2
            && (start[0] & 0xff) == PICKLE_PROTO
            && (start[1] & 0xff) <= MAX_PICKLE_PROTOCOL;
    return withVersion
        || OLD_PICKLE.matcher(new String(start, StandardCharsets.ISO_8859_1)).matches();
  }

  private static boolean begins(byte[] start, int... magic) {
    if (start.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((start[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
