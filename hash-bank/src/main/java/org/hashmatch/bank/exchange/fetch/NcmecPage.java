package org.hashmatch.bank.exchange.fetch;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.hashmatch.bank.exchange.ListException;
import org.hashmatch.bank.exchange.ListXml;

/**
 * What an NCMEC page says of itself.
 *
 * @param next where the next page is, as the page writes it; empty on the last one
 */
record NcmecPage(Optional<String> next) {

  private static final List<String> NEXT = List.of("queryResult", "paging", "next");

  /** Reads a page to its end, so that one that was cut is noticed before a row of it is taken. */
  static NcmecPage read(byte[] page) throws ListException {
    try {
      XMLStreamReader reader = ListXml.reader(new ByteArrayInputStream(page));
      try {
        return read(reader);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      // Without its message, which may have a piece of the page.
      throw new ListException("a page must be whole XML (wrong or cut" + place(e) + ")");
    }
  }

  private static String place(XMLStreamException problem) {
    return problem.getLocation() == null ? "" : " in line " + problem.getLocation().getLineNumber();
  }

  private static NcmecPage read(XMLStreamReader reader) throws XMLStreamException, ListException {
    Deque<String> path = new ArrayDeque<>();
    StringBuilder next = new StringBuilder();
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.DTD) {
        throw new ListException("a page must have no document type");
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        path.addLast(reader.getLocalName());
        checkRoot(path);
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        path.removeLast();
      } else if (reader.hasText() && path.size() == NEXT.size() && List.copyOf(path).equals(NEXT)) {
        next.append(reader.getText());
      }
    }
    return new NcmecPage(Optional.of(next.toString().strip()).filter(link -> !link.isEmpty()));
  }

  private static void checkRoot(Deque<String> path) throws ListException {
    if (!path.getFirst().equals(NEXT.get(0))) {
      throw new ListException("a page must be a " + NEXT.get(0) + " (got another element)");
    }
  }
}
