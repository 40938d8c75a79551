package io.artrec.text.subject;

import io.artrec.text.subject.ConceptGraph.Naming;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * Reads Iconclass (H. van de Waal, Iconclass, an iconographic classification system, 1972-1985)
 * from the files that its editors publish, as a {@link SubjectTree} whose identities are notations
 * such as {@code 25F23(LION)}.
 *
 * <p>{@code notations.txt} has the tree: chunks that end in {@code $}, {@code N} the notation,
 * {@code C} and {@code ;} what is below it. Files of labels and of keywords have {@code
 * notation|text} a line, in one language each; keywords are further names, most of them of several
 * subjects, so that they need support ({@link SubjectFinder}). Keys ({@code +}), which multiply the
 * tree, are not made subjects: {@link #find} leads a notation with a key to the one without it.
 *
 * <pre>{@code
 * ReadSubjects read = IconclassReader.of(data.resolve("notations.txt"))
 *     .labels(Locale.ENGLISH, data.resolve("txt/en/txt_en_2_3.txt"))
 *     .keywords(Locale.ENGLISH, data.resolve("kw/en/kw_en_2_3.txt"))
 *     .read();
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class IconclassReader {
  /** A larger file is refused, in bytes. */
  public static final long LARGEST = 1L << 30;

  private static final Pattern NAME = Pattern.compile("\\([^()+]*+\\)");

  private final Path notations;
  private final List<Names> names;

  private record Names(boolean chinese, Naming naming, Path file) {}

  private IconclassReader(Path notations, List<Names> names) {
    this.notations = notations;
    this.names = List.copyOf(names);
  }

  /**
   * {@return a reader of the tree, without names yet}
   *
   * @param notations the file {@code notations.txt}
   */
  public static IconclassReader of(Path notations) {
    return new IconclassReader(Objects.requireNonNull(notations, "notations"), List.of());
  }

  /**
   * {@return this reader with a file of labels}
   *
   * @param language Chinese for {@code zh}; names of any other language stand where English ones do
   * @param file {@code notation|label} a line
   */
  public IconclassReader labels(Locale language, Path file) {
    return with(language, Naming.LABEL, file);
  }

  /**
   * {@return this reader with a file of keywords}
   *
   * @param language Chinese for {@code zh}; names of any other language stand where English ones do
   * @param file {@code notation|keyword} a line
   */
  public IconclassReader keywords(Locale language, Path file) {
    return with(language, Naming.SYNONYM, file);
  }

  private IconclassReader with(Locale language, Naming naming, Path file) {
    List<Names> more = new ArrayList<>(names);
    more.add(
        new Names(
            language.getLanguage().equals("zh"), naming, Objects.requireNonNull(file, "file")));
    return new IconclassReader(notations, more);
  }

  /**
   * Reads the files.
   *
   * @return the tree, and lines that could not be used
   * @throws IOException when a file cannot be read or is not UTF-8
   * @throws SubjectTreeException when there are no notations, or too many
   */
  public ReadSubjects read() throws IOException {
    ConceptGraph graph = new ConceptGraph(notations.toString());
    List<String> chunk = new ArrayList<>();
    lines(
        notations,
        (number, line) -> {
          if (line.equals("$")) {
            take(chunk, number, graph);
            chunk.clear();
          } else if (!line.isBlank()) {
            chunk.add(line);
          }
        });
    take(chunk, 0, graph);
    for (Names each : names) {
      lines(each.file(), (number, line) -> name(each, number, line, graph));
    }
    return graph.build();
  }

  private static void take(List<String> chunk, long number, ConceptGraph graph) {
    if (chunk.isEmpty()) {
      return;
    }
    String notation =
        chunk.stream()
            .filter(line -> line.startsWith("N "))
            .map(line -> line.substring(2).strip())
            .findFirst()
            .orElse("");
    if (notation.isEmpty()) {
      graph.problem(number, "N", chunk.get(0), "a notation; the chunk is left out");
      return;
    }
    graph.add(notation);
    boolean children = false;
    for (String line : chunk) {
      children = line.startsWith("C ") || (children && line.startsWith("; "));
      if (children) {
        graph.parent(line.substring(2).strip(), notation);
      }
    }
  }

  private void name(Names names, long number, String line, ConceptGraph graph) {
    int bar = line.indexOf('|');
    String notation = bar < 0 ? "" : line.substring(0, bar).strip();
    if (line.isBlank() || line.startsWith("#")) {
      return;
    }
    if (graph.has(notation)) {
      graph.name(notation, names.chinese(), names.naming(), line.substring(bar + 1));
    } else {
      graph.problem(
          number,
          names.file().toString(),
          line,
          "notation|text of a notation that is there; the line is left out");
    }
  }

  private static void lines(Path file, BiConsumer<Long, String> taken) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new SubjectTreeException(
          "reading Iconclass "
              + file
              + ": it has "
              + Files.size(file)
              + " bytes, expected at most "
              + LARGEST);
    }
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      long number = 1;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        taken.accept(number++, line.strip());
      }
    } catch (CharacterCodingException e) {
      throw new IOException("reading Iconclass " + file + ": it is not UTF-8; save it as such", e);
    }
  }

  /**
   * Finds what a record's notation means in a tree of notations: itself; without its key, as {@code
   * 25F23(LION)(+12)}; for a name that the tree does not list, {@code 11H(ODULPHUS)}, the place
   * kept for names, {@code 11H(...)}; else the longest beginning that is there.
   *
   * @param tree what {@link #read} gave
   * @param notation any notation
   * @return the subject, or empty when the tree has no beginning of it
   */
  public static Optional<Subject> find(SubjectTree tree, String notation) {
    String plain = notation.strip();
    Optional<Subject> found = tree.find(plain);
    int key = plain.indexOf("(+");
    if (found.isEmpty() && key >= 0) {
      int end = plain.indexOf(')', key);
      plain = plain.substring(0, key) + (end < 0 ? "" : plain.substring(end + 1));
      found = tree.find(plain);
    }
    for (int end = plain.length(); found.isEmpty() && end > 0; end--) {
      String beginning = plain.substring(0, end);
      found = tree.find(beginning).or(() -> tree.find(NAME.matcher(beginning).replaceAll("(...)")));
    }
    return found;
  }
}
