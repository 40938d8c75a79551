package io.artrec.text.subject;

import io.artrec.text.subject.ConceptGraph.Naming;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/**
 * Reads thesauri in SKOS (Miles and Bechhofer, SKOS Simple Knowledge Organization System Reference,
 * W3C Recommendation, 2009) as a {@link SubjectTree}: {@code prefLabel}, {@code altLabel} and
 * {@code hiddenLabel} are names, {@code broader}, {@code narrower} and their generic forms links,
 * addresses the identities. A concept may have several broader ones.
 *
 * <p>Files are N-Triples or RDF/XML, told apart by how they begin. Turtle and JSON-LD are not read;
 * any RDF tool turns them into N-Triples. What makes no tree is left out and reported: a concept
 * that is a kind of itself, a broader one that is not there, a name of several concepts that then
 * needs support ({@link SubjectFinder}). The tree has no marks.
 *
 * <p>Made for files of strangers: no DTD, entity or address is followed, lines, nesting, depth and
 * the number of concepts are bounded. Immutable and thread-safe. O(size of the file) time, O(names)
 * memory.
 */
public final class SkosReader {
  /** A larger file is refused, in bytes. */
  public static final long LARGEST = 4L << 30;

  private static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
  private static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
  private static final int LOOK = 4096;

  private final Locale language;

  private SkosReader(Locale language) {
    this.language = language;
  }

  /** {@return a reader of English and Chinese names} */
  public static SkosReader standard() {
    return new SkosReader(Locale.ENGLISH);
  }

  /**
   * {@return this reader with another language in place of English} Concepts without a name in it
   * get a label in any other.
   *
   * @param other the language, Chinese excepted, which is read beside it anyway
   */
  public SkosReader language(Locale other) {
    Objects.requireNonNull(other, "language");
    if (isChinese(other.getLanguage())) {
      throw new IllegalArgumentException(
          "language is '"
              + other
              + "'; Chinese names are read anyway, give the language beside them");
    }
    return new SkosReader(other);
  }

  /**
   * Reads a file.
   *
   * @param file N-Triples or RDF/XML, in UTF-8 or what the XML declares
   * @return the tree and what was left out
   * @throws IOException when the file cannot be read
   * @throws SubjectTreeException when it is neither, has no concepts or too much of anything
   */
  public ReadSubjects read(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new SubjectTreeException(
          "reading SKOS "
              + file
              + ": it has "
              + Files.size(file)
              + " bytes, expected at most "
              + LARGEST);
    }
    ConceptGraph graph = new ConceptGraph(file.toString());
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      in.mark(LOOK);
      String beginning = new String(in.readNBytes(LOOK / 2), StandardCharsets.UTF_8).strip();
      in.reset();
      if (beginning.startsWith("<?xml")
          || beginning.startsWith("\uFEFF<?xml")
          || beginning.startsWith("<rdf:RDF")
          || beginning.startsWith("<!--")) {
        new RdfXml(file.toString(), triple -> take(triple, graph)).read(in);
      } else if (beginning.startsWith("@prefix")
          || beginning.startsWith("PREFIX")
          || beginning.startsWith("{")
          || beginning.startsWith("[")) {
        throw new SubjectTreeException(
            "reading SKOS "
                + file
                + ": it is Turtle or JSON-LD, expected N-Triples or RDF/XML; turn it into N-Triples,"
                + " for instance by riot --output=ntriples");
      } else {
        NTriples.read(
            in,
            triple -> take(triple, graph),
            (line, text) ->
                graph.problem(line, "", text, "a triple of N-Triples; the line is left out"));
      }
    }
    return graph.build();
  }

  private void take(Triple triple, ConceptGraph graph) {
    String predicate = triple.predicate();
    if (predicate.equals(TYPE)) {
      if (triple.object().equals(SKOS + "Concept")) {
        graph.add(triple.subject());
      }
      return;
    }
    if (!predicate.startsWith(SKOS)) {
      return;
    }
    switch (predicate.substring(SKOS.length())) {
      case "prefLabel" -> name(triple, Naming.LABEL, graph);
      case "altLabel", "hiddenLabel" -> name(triple, Naming.SYNONYM, graph);
      case "broader", "broaderGeneric" -> link(triple.subject(), triple, triple.object(), graph);
      case "narrower", "narrowerGeneric" -> link(triple.object(), triple, triple.subject(), graph);
      default -> {}
    }
  }

  private static void link(String kind, Triple triple, String of, ConceptGraph graph) {
    if (triple.literal()) {
      graph.problem(0, triple.subject(), triple.object(), "an address; the link is left out");
    } else {
      graph.parent(kind, of);
    }
  }

  private void name(Triple triple, Naming naming, ConceptGraph graph) {
    if (!triple.literal()) {
      graph.problem(0, triple.subject(), triple.object(), "a text; the name is left out");
      return;
    }
    String tag = Locale.forLanguageTag(triple.language()).getLanguage();
    if (isChinese(tag)) {
      graph.name(triple.subject(), true, naming, triple.object());
    } else if (tag.isEmpty() || tag.equals(language.getLanguage())) {
      graph.name(triple.subject(), false, naming, triple.object());
    } else if (naming == Naming.LABEL) {
      graph.fallback(triple.subject(), triple.object());
    }
  }

  private static boolean isChinese(String language) {
    return language.equals("zh");
  }
}
