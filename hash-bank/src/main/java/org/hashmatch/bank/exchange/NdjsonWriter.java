package org.hashmatch.bank.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.Change;
import org.hashmatch.bank.DigestAlgorithm;
import org.hashmatch.bank.ExactDigest;
import org.hashmatch.bank.Opinion;
import org.hashmatch.bank.Origin;
import org.hashmatch.hash.ImageHash;

/** Writes our own lists, which carry all that a bank holds. */
final class NdjsonWriter implements ListWriter {

  private final JsonGenerator out;
  private long rows;

  NdjsonWriter(OutputStream stream) throws IOException {
    this.out = Json.generator(stream);
    // Lines are ended here, not by the generator's blanks between objects.
    out.setRootValueSeparator(null);
    out.writeStartObject();
    out.writeStringField(NdjsonReader.MAGIC, "list");
    out.writeNumberField("v", NdjsonReader.VERSION);
    out.writeBooleanField("end", true);
    endLine();
  }

  private void endLine() throws IOException {
    out.writeEndObject();
    out.writeRaw('\n');
  }

  @Override
  public int write(Change change) throws IOException {
    if (change instanceof Change.Gone gone) {
      gone(gone);
    } else {
      BankEntry entry = ((Change.Held) change).entry();
      if (entry.hashes().isEmpty() && entry.digests().isEmpty()) {
        return 0;
      }
      entry(entry);
    }
    rows++;
    return 1;
  }

  private void gone(Change.Gone gone) throws IOException {
    out.writeStartObject();
    out.writeStringField("op", NdjsonRow.REMOVE);
    out.writeStringField("id", gone.id());
    out.writeStringField("reason", NdjsonRow.word(gone.reason()));
    out.writeStringField("at", gone.at().toString());
    endLine();
  }

  private void entry(BankEntry entry) throws IOException {
    out.writeStartObject();
    out.writeStringField("op", NdjsonRow.ADD);
    out.writeStringField("id", entry.id());
    out.writeStringField("kind", NdjsonRow.word(entry.kind()));
    out.writeStringField("status", NdjsonRow.word(entry.status()));
    hashes(entry.hashes());
    digests(entry.digests());
    if (entry.quality().isPresent()) {
      out.writeNumberField("quality", entry.quality().get().value());
    }
    labels(entry);
    origins(entry);
    text("provenance", entry.provenance());
    out.writeStringField("added", entry.addedAt().toString());
    out.writeStringField("updated", entry.updatedAt().toString());
    text("expires", entry.expiresAt().map(Object::toString).orElse(""));
    opinions(entry.opinions());
    endLine();
  }

  private void text(String field, String text) throws IOException {
    if (!text.isEmpty()) {
      out.writeStringField(field, text);
    }
  }

  private void hashes(List<ImageHash> hashes) throws IOException {
    if (hashes.isEmpty()) {
      return;
    }
    out.writeArrayFieldStart("hashes");
    for (ImageHash hash : hashes) {
      out.writeStartObject();
      out.writeStringField("alg", hash.algorithm().id());
      out.writeStringField("hash", hash.toHex());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void digests(List<ExactDigest> digests) throws IOException {
    if (digests.isEmpty()) {
      return;
    }
    out.writeObjectFieldStart("digests");
    for (DigestAlgorithm algorithm : DigestAlgorithm.values()) {
      List<ExactDigest> some =
          digests.stream().filter(digest -> digest.algorithm() == algorithm).toList();
      if (!some.isEmpty()) {
        out.writeArrayFieldStart(NdjsonRow.word(algorithm));
        for (ExactDigest digest : some) {
          out.writeString(digest.toHex());
        }
        out.writeEndArray();
      }
    }
    out.writeEndObject();
  }

  private void labels(BankEntry entry) throws IOException {
    if (entry.labels().isEmpty()) {
      return;
    }
    out.writeArrayFieldStart("labels");
    for (String label : entry.labels()) {
      out.writeString(label);
    }
    out.writeEndArray();
  }

  private void origins(BankEntry entry) throws IOException {
    out.writeArrayFieldStart("origins");
    for (Origin origin : entry.origins()) {
      out.writeStartObject();
      out.writeStringField("source", origin.source());
      out.writeStringField("case", origin.caseReference());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void opinions(List<Opinion> opinions) throws IOException {
    if (opinions.isEmpty()) {
      return;
    }
    out.writeArrayFieldStart("opinions");
    for (Opinion opinion : opinions) {
      out.writeStartObject();
      out.writeStringField("by", opinion.by());
      out.writeStringField("verdict", NdjsonRow.word(opinion.verdict()));
      out.writeStringField("at", opinion.at().toString());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  /** The number of rows ends the list, so that a list that is cut cannot pass for a short one. */
  @Override
  public void close() throws IOException {
    if (out.isClosed()) {
      return;
    }
    out.writeStartObject();
    out.writeNumberField("end", rows);
    endLine();
    out.close();
  }
}
