/**
 * Hashing at arm's length: pictures of strangers are decoded and hashed in child processes that may
 * hang, break or grow without harm to this one.
 *
 * <p>Entry point: {@link org.hashmatch.javacv.worker.IsolatedHasher}. The one rule: what comes back
 * from a child is a record of fixed size, each field of which is checked; no pixels, and nothing
 * whose length the child chooses.
 */
@NullMarked
package org.hashmatch.javacv.worker;

import org.jspecify.annotations.NullMarked;
