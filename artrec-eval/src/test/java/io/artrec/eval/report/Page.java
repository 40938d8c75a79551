package io.artrec.eval.report;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A report's page as an XML parser reads it. */
final class Page {
  private final Document document;

  private Page(Document document) {
    this.document = document;
  }

  static Page of(Report report) {
    return of(report.html());
  }

  static Page of(String html) {
    try {
      return new Page(
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(html))));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new AssertionError("the page is not well-formed: " + e.getMessage(), e);
    }
  }

  List<Element> all(String tag) {
    return all(document.getDocumentElement(), tag);
  }

  static List<Element> all(Element element, String tag) {
    var nodes = element.getElementsByTagName(tag);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  List<Element> all(String tag, Predicate<Element> which) {
    return all(tag).stream().filter(which).toList();
  }

  Element byId(String tag, String id) {
    return all(tag, e -> e.getAttribute("id").equals(id)).stream()
        .findFirst()
        .orElseThrow(() -> new AssertionError("no <" + tag + " id=" + id + ">"));
  }

  boolean has(String tag, String id) {
    return !all(tag, e -> e.getAttribute("id").equals(id)).isEmpty();
  }

  /** Returns the texts of a table's rows, heads first. */
  static List<List<String>> rows(Element table) {
    return all(table, "tr").stream()
        .map(
            row -> {
              var cells = row.getChildNodes();
              return IntStream.range(0, cells.getLength())
                  .mapToObj(i -> cells.item(i).getTextContent())
                  .toList();
            })
        .toList();
  }
}
