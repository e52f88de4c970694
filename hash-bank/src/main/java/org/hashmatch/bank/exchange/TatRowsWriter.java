package org.hashmatch.bank.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.Change;
import org.hashmatch.bank.DigestAlgorithm;

/** Writes the hash list of Tech Against Terrorism: one row for each fingerprint. */
record TatRowsWriter(Names names) implements JsonPageWriter.Rows {

  private static final Map<DigestAlgorithm, String> DIGESTS =
      Map.of(DigestAlgorithm.MD5, "MD5", DigestAlgorithm.SHA256, "SHA256");

  @Override
  public int known(BankEntry entry, JsonGenerator out) throws IOException {
    List<Names.Named> all = Names.fingerprints(entry, "PDQ", DIGESTS);
    String ideology = Names.labelAfter(TatRows.LABEL, entry);
    for (int i = 0; i < all.size(); i++) {
      out.writeStartObject();
      out.writeStringField("id", names.id(entry.id(), i));
      out.writeStringField("hash_digest", all.get(i).hex());
      out.writeStringField("algorithm", all.get(i).type());
      if (!ideology.isEmpty()) {
        out.writeStringField("ideology", ideology);
      }
      out.writeBooleanField("deleted", false);
      out.writeStringField("updated_on", entry.updatedAt().toString());
      out.writeStringField("created_on", entry.addedAt().toString());
      out.writeEndObject();
    }
    return all.size();
  }

  @Override
  public int gone(Change.Gone gone, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", names.id(gone.id()));
    out.writeBooleanField("deleted", true);
    out.writeStringField("updated_on", gone.at().toString());
    out.writeEndObject();
    return 1;
  }

  @Override
  public void after(long rows, JsonGenerator out) throws IOException {
    out.writeNumberField("count", rows);
  }
}
