package org.hashmatch.bank.exchange.fetch;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** The way through a list's pages, from where it was left the last time. Belongs to one fetch. */
interface Walk {

  /** Whether it begins where the list begins, and so comes past all that the list has. */
  boolean isWhole();

  /** The page to ask for; empty at the end. */
  Optional<URI> next();

  /**
   * Takes what a page says of the way on.
   *
   * @return how far the list is read when this page was taken; empty if that is not sure yet
   */
  Optional<String> take(byte[] page) throws IOException;
}
