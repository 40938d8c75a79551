package io.artrec.text.subject;

import java.io.InputStream;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads RDF/XML (Gandon and Schreiber, RDF 1.1 XML Syntax, W3C Recommendation, 2014) as thesauri
 * are written in it: nodes with properties, nested or by address; what {@code rdf:parseType}
 * introduces is left out. DTDs are not read, so that files that need their entities are refused.
 */
final class RdfXml {
  /** Deeper elements are refused. */
  static final int DEEPEST = 64;

  private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  private final String source;
  private final Consumer<Triple> triples;
  private final Deque<Element> open = new ArrayDeque<>();
  private int blanks;

  RdfXml(String source, Consumer<Triple> triples) {
    this.source = source;
    this.triples = triples;
  }

  /** A node, which has an address, or a property of the node around it. */
  private static final class Element {
    final boolean node;
    final String name;
    final String language;
    final String base;
    final StringBuilder text = new StringBuilder();
    boolean said;

    Element(boolean node, String name, String language, String base) {
      this.node = node;
      this.name = name;
      this.language = language;
      this.base = base;
    }
  }

  void read(InputStream in) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      try {
        while (xml.hasNext()) {
          next(xml);
        }
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      throw new SubjectTreeException(
          "reading SKOS "
              + source
              + ": it is no RDF/XML without DTD entities: "
              + e.getMessage()
              + "; mend it, or turn it into N-Triples");
    }
  }

  private void next(XMLStreamReader xml) throws XMLStreamException {
    switch (xml.next()) {
      case XMLStreamConstants.START_ELEMENT -> start(xml);
      case XMLStreamConstants.END_ELEMENT -> end();
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
        if (!open.isEmpty() && !open.getLast().node) {
          open.getLast().text.append(xml.getText());
        }
      }
      case XMLStreamConstants.ENTITY_REFERENCE ->
          throw new XMLStreamException("entity '" + xml.getLocalName() + "'", xml.getLocation());
      default -> {}
    }
  }

  private void start(XMLStreamReader xml) throws XMLStreamException {
    String name = xml.getNamespaceURI() + xml.getLocalName();
    Element around = open.peekLast();
    if (name.equals(RDF + "RDF") && around == null) {
      open.addLast(new Element(false, "", language(xml, ""), base(xml, "")));
      return;
    }
    if (open.size() > DEEPEST) {
      throw new XMLStreamException("elements deeper than " + DEEPEST, xml.getLocation());
    }
    String language = language(xml, around == null ? "" : around.language);
    String base = base(xml, around == null ? "" : around.base);
    if (around == null || !around.node) {
      startNode(xml, name, language, base);
    } else {
      startProperty(xml, name, language, base);
    }
  }

  private void startNode(XMLStreamReader xml, String name, String language, String base) {
    String address =
        attribute(xml, RDF, "about")
            .map(value -> resolved(base, value))
            .or(() -> attribute(xml, RDF, "ID").map(value -> resolved(base, "#" + value)))
            .or(() -> attribute(xml, RDF, "nodeID").map(value -> "_:" + value))
            .orElseGet(() -> "_:artrec" + blanks++);
    Element property = open.peekLast();
    if (property != null && !property.name.isEmpty()) {
      property.said = true;
      triples.accept(Triple.link(parentNode(), property.name, address));
    }
    open.addLast(new Element(true, address, language, base));
    if (!name.equals(RDF + "Description")) {
      triples.accept(Triple.link(address, RDF + "type", name));
    }
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String space = xml.getAttributeNamespace(i);
      if (space != null && !space.isEmpty() && !space.equals(RDF) && !space.equals(XML)) {
        String predicate = space + xml.getAttributeLocalName(i);
        triples.accept(new Triple(address, predicate, xml.getAttributeValue(i), true, language));
      }
    }
  }

  private void startProperty(XMLStreamReader xml, String name, String language, String base)
      throws XMLStreamException {
    Element property = new Element(false, name, language, base);
    Optional<String> object =
        attribute(xml, RDF, "resource")
            .map(value -> resolved(base, value))
            .or(() -> attribute(xml, RDF, "nodeID").map(value -> "_:" + value));
    if (object.isPresent()) {
      property.said = true;
      triples.accept(Triple.link(open.getLast().name, name, object.get()));
    } else if (attribute(xml, RDF, "parseType").isPresent()) {
      skip(xml);
      return;
    }
    open.addLast(property);
  }

  private static void skip(XMLStreamReader xml) throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      int event = xml.next();
      depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
      depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
    }
  }

  private void end() {
    Element ended = open.removeLast();
    if (!ended.node && !ended.said && !ended.name.isEmpty()) {
      triples.accept(
          new Triple(open.getLast().name, ended.name, ended.text.toString(), true, ended.language));
    }
  }

  /** The node whose property is open. */
  private String parentNode() {
    Element property = open.removeLast();
    String node = open.getLast().name;
    open.addLast(property);
    return node;
  }

  private static Optional<String> attribute(XMLStreamReader xml, String space, String name) {
    return Optional.ofNullable(xml.getAttributeValue(space, name));
  }

  private static String language(XMLStreamReader xml, String around) {
    return attribute(xml, XML, "lang").orElse(around);
  }

  private static String base(XMLStreamReader xml, String around) {
    return attribute(xml, XML, "base").map(value -> resolved(around, value)).orElse(around);
  }

  private static String resolved(String base, String address) {
    try {
      return base.isEmpty() ? address : URI.create(base).resolve(address).toString();
    } catch (IllegalArgumentException e) {
      return address;
    }
  }
}
