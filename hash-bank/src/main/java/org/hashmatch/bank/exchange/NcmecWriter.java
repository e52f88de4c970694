package org.hashmatch.bank.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.Change;
import org.hashmatch.bank.DigestAlgorithm;

/**
 * Writes NCMEC's answer: entries whose id is a member's and its entry's, as the reader makes it.
 */
final class NcmecWriter implements RowWriter {

  private static final Map<DigestAlgorithm, String> DIGESTS =
      Map.of(DigestAlgorithm.MD5, "md5", DigestAlgorithm.SHA1, "sha1");

  /** Writes the inside of an element. */
  private interface Inside {
    void write() throws XMLStreamException;
  }

  private final Names names;
  private final XMLStreamWriter out;

  NcmecWriter(OutputStream stream, ListOptions options) throws IOException {
    this.names = new Names(options);
    try {
      this.out =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(stream, StandardCharsets.UTF_8.name());
    } catch (XMLStreamException e) {
      throw new IOException("an XML writer cannot be made", e);
    }
    written(
        () -> {
          out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
          out.writeStartElement(NcmecReader.ROOT);
          out.writeDefaultNamespace(NcmecReader.NAMESPACE);
          out.writeStartElement("images");
        });
  }

  private static void written(Inside inside) throws IOException {
    try {
      inside.write();
    } catch (XMLStreamException e) {
      throw new IOException("the list cannot be written", e);
    }
  }

  @Override
  public int known(BankEntry entry) throws IOException {
    List<Names.Named> fingerprints = Names.fingerprints(entry, "pdq", DIGESTS);
    String id = names.id(entry.id());
    if (fingerprints.isEmpty() || !isMembers(id)) {
      return 0;
    }
    written(
        () -> {
          out.writeStartElement(NcmecRow.IMAGE);
          identity(id, member(entry), entry.updatedAt().toString());
          String label = Names.labelAfter(NcmecRow.LABEL, entry);
          if (!label.isEmpty()) {
            text("classification", label.toUpperCase(Locale.ROOT));
          }
          out.writeStartElement("fingerprints");
          for (Names.Named fingerprint : fingerprints) {
            text(fingerprint.type(), fingerprint.hex());
          }
          out.writeEndElement();
          out.writeEndElement();
        });
    return 1;
  }

  /** Written as member, hyphen, entry; and of what XML can hold. */
  private static boolean isMembers(String id) {
    int hyphen = id.indexOf('-');
    return hyphen > 0 && hyphen < id.length() - 1 && isXml(id);
  }

  private static boolean isXml(String text) {
    return text.codePoints()
        .allMatch(c -> c >= ' ' && (c < 0xd800 || c > 0xdfff) && (c & 0xfffe) != 0xfffe);
  }

  private String member(BankEntry entry) {
    List<String> members = List.copyOf(names.members(entry));
    return members.size() == 1 && isXml(members.get(0)) ? members.get(0) : "";
  }

  private void identity(String id, String member, String time) throws XMLStreamException {
    int hyphen = id.indexOf('-');
    out.writeStartElement("member");
    out.writeAttribute("id", id.substring(0, hyphen));
    out.writeCharacters(member);
    out.writeEndElement();
    text("timestamp", time);
    text("id", id.substring(hyphen + 1));
  }

  private void text(String element, String text) throws XMLStreamException {
    out.writeStartElement(element);
    out.writeCharacters(text);
    out.writeEndElement();
  }

  @Override
  public int gone(Change.Gone gone) throws IOException {
    String id = names.id(gone.id());
    if (!isMembers(id)) {
      return 0;
    }
    written(
        () -> {
          out.writeStartElement(NcmecRow.DELETED_IMAGE);
          identity(id, "", gone.at().toString());
          out.writeEndElement();
        });
    return 1;
  }

  @Override
  public void end() throws IOException {
    written(
        () -> {
          out.writeEndDocument();
          out.writeCharacters("\n");
          out.flush();
        });
  }
}
