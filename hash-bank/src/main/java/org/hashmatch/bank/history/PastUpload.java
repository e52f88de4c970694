package org.hashmatch.bank.history;

import java.time.Instant;
import org.hashmatch.hash.Dihedral;
import org.hashmatch.hash.HashAlgorithm;

/**
 * An earlier upload that looks like a picture that is known now.
 *
 * @param uploadId the platform's name for it
 * @param uploadedAt when it was decided on
 * @param algorithm what made the hashes that are near each other
 * @param distance their Hamming distance
 * @param dihedral how the known picture must be laid to look like the upload
 */
public record PastUpload(
    String uploadId,
    Instant uploadedAt,
    HashAlgorithm algorithm,
    int distance,
    Dihedral dihedral) {}
