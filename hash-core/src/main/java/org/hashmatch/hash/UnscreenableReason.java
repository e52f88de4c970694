package org.hashmatch.hash;

/**
 * Why a picture could not be looked at. Each is an answer of its own, never "clear": whether such
 * an upload is held or let through is the caller's choice.
 */
public enum UnscreenableReason {
  /** The bytes could not be had: no such file, no permission, an input error. */
  UNREADABLE,
  /** The bytes are empty or do not begin like any picture format. */
  NOT_AN_IMAGE,
  /** A picture in a format, or a variant of a format, that the decoder in use does not read. */
  UNSUPPORTED_FORMAT,
  /** More bytes, pixels, scans or pixels a side than the guard lets through. */
  TOO_LARGE,
  /** Fewer pixels a side than a hash can be trusted on. */
  TOO_SMALL,
  /** The format is right but the content is not: truncated or corrupt. */
  DAMAGED,
  /** Decoded in part only, and that part matches nothing. */
  PARTIAL,
  /** Decoding took longer than its deadline. */
  TIMED_OUT,
  /** Decoding needed more memory than it may have. */
  OUT_OF_MEMORY,
  /** The process that decoded it died. */
  WORKER_LOST,
  /** Quality below the floor: too flat for a hash to mean anything. */
  FEATURELESS
}
