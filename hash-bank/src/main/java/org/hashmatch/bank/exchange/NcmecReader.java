package org.hashmatch.bank.exchange;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads NCMEC's Hash Sharing answers, version 2, with neither document types nor entities. */
final class NcmecReader implements ListReader {

  static final String NAMESPACE = "https://hashsharing.ncmec.org/hashsharing/v2";
  static final String ROOT = "queryResult";

  private final ListOptions options;

  NcmecReader(ListOptions options) {
    this.options = options;
  }

  @Override
  public void read(InputStream in, ListSink sink) throws IOException {
    // The messages of the parser quote what they stumble over, which may be a hash: they stay here.
    try {
      new Reading(ListXml.reader(in), new RowSink(options, sink)).read();
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof IOException broken && !isOfText(broken)) {
        throw broken;
      }
      throw new ListException("this is not XML, or it ends before its end" + where(e));
    }
  }

  /** Bytes that are not of their encoding are the list's fault, not the disk's. */
  private static boolean isOfText(IOException e) {
    return e instanceof CharConversionException || e instanceof CharacterCodingException;
  }

  private static String where(XMLStreamException e) {
    return e.getLocation() == null
        ? ""
        : ", line "
            + e.getLocation().getLineNumber()
            + ", column "
            + e.getLocation().getColumnNumber();
  }

  /** One list. */
  private static final class Reading {

    private final XMLStreamReader in;
    private final RowSink sink;

    Reading(XMLStreamReader in, RowSink sink) {
      this.in = in;
      this.sink = sink;
    }

    void read() throws XMLStreamException, IOException {
      root();
      while (nextChild()) {
        String name = in.getLocalName();
        if (name.equals("images") || name.equals("videos")) {
          rows();
        } else {
          skip();
        }
      }
      // Whatever follows the root would have been cut off, or glued on.
      while (in.hasNext()) {
        in.next();
      }
    }

    private void root() throws XMLStreamException, ListException {
      while (in.next() != XMLStreamConstants.START_ELEMENT) {
        if (in.getEventType() == XMLStreamConstants.DTD) {
          throw new ListException("the XML has a document type, which no list has");
        }
      }
      if (!in.getLocalName().equals(ROOT) || !NAMESPACE.equals(in.getNamespaceURI())) {
        throw new ListException(
            "this is not a list of the format: expected " + ROOT + " of " + NAMESPACE);
      }
    }

    private void rows() throws XMLStreamException, IOException {
      while (nextChild()) {
        long line = in.getLocation().getLineNumber();
        NcmecRow row = new NcmecRow(in.getLocalName());
        row(row);
        sink.take(line, "line", row::item);
      }
    }

    private void row(NcmecRow row) throws XMLStreamException {
      while (nextChild()) {
        String name = in.getLocalName();
        if (name.equals("fingerprints")) {
          fingerprints(row);
        } else if (name.equals("member")) {
          String id = in.getAttributeValue(null, "id");
          row.member(id == null ? "" : id, text());
        } else if (NcmecRow.FIELDS.contains(name)) {
          row.field(name, text());
        } else {
          skip();
        }
      }
    }

    private void fingerprints(NcmecRow row) throws XMLStreamException {
      while (nextChild()) {
        row.fingerprint(in.getLocalName(), text());
      }
    }

    /** Goes to the next element inside the one at hand; false at its end. */
    private boolean nextChild() throws XMLStreamException {
      while (true) {
        int event = in.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          return true;
        }
        if (event == XMLStreamConstants.END_ELEMENT) {
          return false;
        }
      }
    }

    /** The text of an element, of which more than the row can use is passed over. */
    private String text() throws XMLStreamException {
      StringBuilder text = new StringBuilder();
      int depth = 1;
      while (depth > 0) {
        int event = in.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          depth++;
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
        } else if (isText(event) && depth == 1 && text.length() <= NcmecRow.MOST) {
          text.append(in.getText());
        }
      }
      return text.toString().strip();
    }

    private static boolean isText(int event) {
      return event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA;
    }

    private void skip() throws XMLStreamException {
      int depth = 1;
      while (depth > 0) {
        int event = in.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          depth++;
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
        }
      }
    }
  }
}
