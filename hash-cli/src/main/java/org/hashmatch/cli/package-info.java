/**
 * The command line: thin commands that parse, call and print.
 *
 * <p>Entry point: {@link org.hashmatch.cli.Main}. The one rule: no command decides anything; what
 * it prints was said by the library.
 */
@NullMarked
package org.hashmatch.cli;

import org.jspecify.annotations.NullMarked;
