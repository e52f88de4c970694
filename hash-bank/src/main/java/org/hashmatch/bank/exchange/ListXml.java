package org.hashmatch.bank.exchange;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Lists in XML, from wherever: read with neither document types nor entities. */
public final class ListXml {

  private ListXml() {}

  /**
   * Begins to read a list.
   *
   * @param in its bytes, which the reader does not close
   * @return a reader before the first element
   * @throws XMLStreamException if it does not begin as XML does; the message may quote the list,
   *     and so a hash
   */
  public static XMLStreamReader reader(InputStream in) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    // JDKs have different limits, 25 only a hundred: one odd row must not stop a list.
    factory.setProperty("jdk.xml.maxElementDepth", "1000");
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLResolver(
        (publicId, systemId, baseUri, namespace) -> {
          throw new XMLStreamException("no entity is looked up");
        });
    return factory.createXMLStreamReader(in);
  }
}
