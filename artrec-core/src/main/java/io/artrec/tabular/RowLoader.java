package io.artrec.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a source row by row; the settings that every loader shares. One row is in memory at a time,
 * and the first hundred of JSON Lines and objects, until it is known what columns there are. A
 * loader is used by one thread; setters validate at once and return the loader.
 *
 * <p>A bad row is reported and skipped, a bad value reported and left out. When more than
 * {@linkplain #tolerateShare 5 %} of the rows have such a problem, and more than {@linkplain
 * #tolerateRows 10}, or when no row at all is good, the load fails as a whole.
 *
 * @param <L> the loader itself
 */
public abstract class RowLoader<L extends RowLoader<L>> {
  private static final List<String> SEPARATORS = List.of(",", ";", "\t", "|");

  private final RowSource source;
  private Charset charset = StandardCharsets.UTF_8;
  private @Nullable String delimiter;
  private int maxFieldLength = 1_000_000;
  private double badShare = 0.05;
  private int badRows = 10;
  private @Nullable Remedies remedies;

  /**
   * Creates a loader.
   *
   * @param source where the rows come from
   */
  protected RowLoader(RowSource source) {
    this.source = Objects.requireNonNull(source, "source");
  }

  /**
   * Says how bytes are to be read; UTF-8 unless said. A byte-order mark is skipped.
   *
   * @param name the charset
   * @return this loader
   */
  public L charset(Charset name) {
    if (source.reader() != null || source.form() == RowSource.Form.OBJECTS) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "charset %s has no effect: %s is decoded already; leave charset out or hand over bytes",
              name,
              source.name()));
    }
    charset = Objects.requireNonNull(name, "name");
    return self();
  }

  /**
   * Says which character separates the fields of a CSV source. Unless said, the one of comma,
   * semicolon, tab and bar that the first line has most of, comma if none; events may also be
   * separated by {@code ::} or blanks.
   *
   * @param character the separator
   * @return this loader
   */
  public L delimiter(char character) {
    return delimiter(String.valueOf(character));
  }

  /**
   * Says which characters, in a row, separate the fields of a CSV source, as in {@code 1::1193::5}.
   * Inside quotes it separates nothing.
   *
   * @param characters the separator, 1 character or more
   * @return this loader
   */
  public L delimiter(String characters) {
    if (source.form() != RowSource.Form.CSV) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "delimiter '%s' has no effect: %s is not CSV",
              characters,
              source.name()));
    }
    if (characters.isEmpty()
        || characters.chars().anyMatch(c -> c == '"' || c == '\n' || c == '\r')) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "delimiter '%s' cannot separate fields; take a comma, semicolon, tab or the like",
              RowProblem.printable(characters, 10)));
    }
    delimiter = characters;
    return self();
  }

  /**
   * Sets the longest field that is taken in; a row with a longer one is bad.
   *
   * @param characters 1 to 8,000,000; 1,000,000 unless said
   * @return this loader
   */
  public L maxFieldLength(int characters) {
    if (characters < 1 || characters > 8_000_000) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "maxFieldLength is %d, expected 1 to 8,000,000", characters));
    }
    maxFieldLength = characters;
    return self();
  }

  /**
   * Sets the share of rows with a problem above which the load fails.
   *
   * @param share 0 to 1; 0.05 unless said
   * @return this loader
   */
  public L tolerateShare(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "tolerated share of bad rows is %s, expected 0 to 1", share));
    }
    badShare = share;
    return self();
  }

  /**
   * Sets the number of rows with a problem that is tolerated whatever their share.
   *
   * @param rows 0 or more; 10 unless said
   * @return this loader
   */
  public L tolerateRows(int rows) {
    if (rows < 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "tolerated number of bad rows is %d, expected 0 or more", rows));
    }
    badRows = rows;
    return self();
  }

  /**
   * Says what messages advise; the loader's methods unless said. For programs whose users have
   * options, not methods.
   *
   * @param words the advice
   * @return this loader
   */
  public L remedies(Remedies words) {
    remedies = Objects.requireNonNull(words, "words");
    return self();
  }

  /**
   * Returns what messages advise.
   *
   * @return what was said by {@link #remedies(Remedies)}, or {@link #ownRemedies}
   */
  protected final Remedies remedies() {
    return remedies == null ? ownRemedies() : remedies;
  }

  /**
   * Returns the advice that names this loader's methods.
   *
   * @return the advice unless told
   */
  protected abstract Remedies ownRemedies();

  /**
   * Returns this loader as its own type.
   *
   * @return this
   */
  protected abstract L self();

  /**
   * Tells whether a CSV source's first line holds names of columns; the handler's {@link
   * RowHandler#check} sees either these or made-up names.
   *
   * @param firstLine the fields of the first line
   * @return the names when the first line is data already, or an empty list when it holds the names
   */
  protected List<String> columnsWithoutHeader(List<String> firstLine) {
    return List.of();
  }

  /**
   * Reads all rows.
   *
   * @param content what one row is, in the plural, for messages
   * @param handler takes in the rows
   * @return what was read and what was not
   * @throws LoadException when the source cannot be read or too much of it is bad
   */
  protected final LoadReport read(String content, RowHandler handler) {
    ProblemLog log = new ProblemLog(source.name());
    RowFeed feed = new RowFeed(source.name(), content, handler, log, maxFieldLength, remedies());
    Stream<?> objects = source.objects();
    try {
      if (objects != null) {
        ObjectRows.read(Objects.requireNonNull(source.objects()), feed);
      } else {
        readText(feed);
      }
    } catch (IOException e) {
      throw feed.failed(whyUnreadable(e), e);
    }
    return finish(content, feed, log, handler);
  }

  private void readText(RowFeed feed) throws IOException {
    Path path = source.path();
    if (path == null) {
      readText(source.stream(), source.reader(), feed);
      return;
    }
    if (Files.isDirectory(path)) {
      throw feed.failed("it is a directory, expected a file", null);
    }
    try (InputStream bytes = Files.newInputStream(path)) {
      readText(bytes, null, feed);
    }
  }

  @SuppressWarnings("resource") // closing the stream or reader is up to whoever opened it
  private void readText(@Nullable InputStream bytes, @Nullable Reader reader, RowFeed feed)
      throws IOException {
    boolean csv = source.form() == RowSource.Form.CSV;
    TextReader text = new TextReader(bytes, reader, charset);
    CharSequence start = text.peek();
    if (start.isEmpty()) {
      throw feed.failed("it is empty, expected " + (csv ? "a line of column names" : "rows"), null);
    }
    if (text.startsMalformed() && charset.equals(StandardCharsets.UTF_8)) {
      throw feed.failed(
          "it does not start with UTF-8 text; if it is UTF-16 or another charset, say "
              + remedies().charset("UTF-16")
              + " or the like",
          null);
    }
    if (csv) {
      String separator = delimiter == null ? guessDelimiter(start, separators()) : delimiter;
      CsvRows.read(text, separator, charset, this::columnsWithoutHeader, feed);
    } else {
      JsonRows.read(text, charset, feed);
    }
  }

  private LoadReport finish(String content, RowFeed feed, ProblemLog log, RowHandler handler) {
    long rows = feed.loaded() + log.skipped();
    boolean tooMany = log.badRows() > badRows && log.badRows() > badShare * rows;
    boolean nothingGood = feed.loaded() == 0 && log.skipped() > 0;
    if (nothingGood && !tooMany) {
      throw new LoadException(
          String.format(
              Locale.ROOT,
              "cannot load %s from %s: none of its %,d rows can be taken in; mend the rows or map the"
                  + " columns",
              content,
              RowProblem.printable(source.name(), 200),
              rows),
          log.problems(),
          null);
    }
    if (tooMany) {
      throw new LoadException(
          String.format(
              Locale.ROOT,
              "cannot load %s from %s: %,d of %,d rows have a problem, at most %s %% or %d rows are"
                  + " tolerated; mend the rows, map the columns, or %s",
              content,
              RowProblem.printable(source.name(), 200),
              log.badRows(),
              rows,
              badShare * 100,
              badRows,
              remedies().tolerance()),
          log.problems(),
          null);
    }
    return new LoadReport(content, feed.loaded(), log, handler);
  }

  /**
   * Returns what may separate the fields when nobody said.
   *
   * @return separators, the one to take when the first line has as many of two first; a blank is
   *     taken only where the line has none of the others
   */
  protected List<String> separators() {
    return SEPARATORS;
  }

  private static String guessDelimiter(CharSequence start, List<String> separators) {
    String line = firstLineUnquoted(start);
    String best = separators.get(0);
    int most = 0;
    for (String separator : separators) {
      int count = 0;
      for (int at = line.indexOf(separator); at >= 0; at = line.indexOf(separator, at + 1)) {
        count++;
      }
      if (count > most && !(separator.isBlank() && most > 0 && !separator.equals("\t"))) {
        best = separator;
        most = count;
      }
    }
    return best;
  }

  private static String firstLineUnquoted(CharSequence start) {
    StringBuilder line = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < start.length(); i++) {
      char c = start.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '\n' || c == '\r')) {
        break;
      } else if (!quoted) {
        line.append(c);
      }
    }
    return line.toString();
  }

  private static String whyUnreadable(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file";
    }
    return String.format(
        Locale.ROOT,
        "it cannot be read (%s)",
        RowProblem.printable(String.valueOf(e.getMessage()), 200));
  }
}
