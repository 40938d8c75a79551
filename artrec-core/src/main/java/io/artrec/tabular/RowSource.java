package io.artrec.tabular;

import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where rows come from. A source made from a path can be loaded many times; one made from a stream
 * or a reader once, and closing that stays with the caller.
 */
public final class RowSource {
  enum Form {
    CSV,
    JSON_LINES,
    OBJECTS
  }

  private final Form form;
  private final String name;
  private final @Nullable Path path;
  private final @Nullable InputStream stream;
  private final @Nullable Reader reader;
  private final @Nullable Stream<? extends Map<String, ?>> objects;

  private RowSource(Form form, String name, Object origin) {
    this.form = form;
    this.name = name;
    path = origin instanceof Path p ? p : null;
    stream = origin instanceof InputStream s ? s : null;
    reader = origin instanceof Reader r ? r : null;
    objects = null;
  }

  private RowSource(String name, Stream<? extends Map<String, ?>> objects) {
    form = Form.OBJECTS;
    this.name = name;
    path = null;
    stream = null;
    reader = null;
    this.objects = objects;
  }

  /**
   * {@return a CSV file as a source}
   *
   * @param file the file
   */
  public static RowSource csv(Path file) {
    return new RowSource(Form.CSV, file.toString(), file);
  }

  /**
   * Returns CSV from a stream of bytes.
   *
   * @param bytes the stream, read to its end and not closed
   * @return the source
   */
  public static RowSource csv(InputStream bytes) {
    return new RowSource(Form.CSV, "CSV stream", Objects.requireNonNull(bytes, "bytes"));
  }

  /**
   * Returns CSV from a reader.
   *
   * @param text the reader, read to its end and not closed
   * @return the source
   */
  public static RowSource csv(Reader text) {
    return new RowSource(Form.CSV, "CSV reader", Objects.requireNonNull(text, "text"));
  }

  /**
   * {@return a file with one JSON object a line as a source}
   *
   * @param file the file
   */
  public static RowSource jsonLines(Path file) {
    return new RowSource(Form.JSON_LINES, file.toString(), file);
  }

  /**
   * Returns JSON Lines from a stream of bytes.
   *
   * @param bytes the stream, read to its end and not closed
   * @return the source
   */
  public static RowSource jsonLines(InputStream bytes) {
    return new RowSource(Form.JSON_LINES, "JSON stream", Objects.requireNonNull(bytes, "bytes"));
  }

  /**
   * Returns JSON Lines from a reader.
   *
   * @param text the reader, read to its end and not closed
   * @return the source
   */
  public static RowSource jsonLines(Reader text) {
    return new RowSource(Form.JSON_LINES, "JSON reader", Objects.requireNonNull(text, "text"));
  }

  /**
   * {@return maps from column to value as a source} Values may be texts, numbers, booleans,
   * collections of those, or null.
   *
   * @param rows the maps, consumed once
   */
  public static RowSource objects(Stream<? extends Map<String, ?>> rows) {
    return objects("objects", rows);
  }

  /**
   * {@return maps from column to value as a source, as {@link #objects(Stream)}}
   *
   * @param name what messages call the source
   * @param rows the maps, consumed once
   */
  public static RowSource objects(String name, Stream<? extends Map<String, ?>> rows) {
    return new RowSource(
        Objects.requireNonNull(name, "name"), Objects.requireNonNull(rows, "rows"));
  }

  /** {@return what messages call this source, or a word for the kind of stream} */
  public String name() {
    return name;
  }

  Form form() {
    return form;
  }

  @Nullable Path path() {
    return path;
  }

  @Nullable InputStream stream() {
    return stream;
  }

  @Nullable Reader reader() {
    return reader;
  }

  @Nullable Stream<? extends Map<String, ?>> objects() {
    return objects;
  }
}
