package io.artrec.examples;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Rows of values on disk until it is known how many columns each feature needs: some give more
 * values of larger images. Then they become a CSV file, with empty cells where an image has fewer.
 */
final class FeatureSpool implements AutoCloseable {
  private final Path out;
  private final Path spool;
  private final List<ImageFeature> features;
  private final int[] widths;
  private final DataOutputStream rows;
  private int count;

  FeatureSpool(Path out, List<ImageFeature> features) throws IOException {
    this.out = out;
    this.features = features;
    widths = new int[features.size()];
    spool = Files.createTempFile("artrec-features", ".rows");
    rows = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(spool)));
  }

  /** Adds an image's values, of each feature in turn. */
  void add(String file, List<Optional<double[]>> values) throws IOException {
    rows.writeUTF(file);
    for (int f = 0; f < widths.length; f++) {
      double[] of = values.get(f).orElse(new double[0]);
      widths[f] = Math.max(widths[f], of.length);
      rows.writeInt(of.length);
      for (double value : of) {
        rows.writeDouble(value);
      }
    }
    count++;
  }

  /** Writes the CSV file; returns the number of its rows. */
  int finish() throws IOException {
    rows.close();
    List<String> header = new ArrayList<>(List.of("file"));
    for (int f = 0; f < widths.length; f++) {
      for (int i = 0; i < widths[f]; i++) {
        header.add(features.get(f).name() + "[" + i + "]");
      }
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(spool)))) {
      CsvFile.write(out, header, () -> new Rows(in));
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    rows.close();
    Files.deleteIfExists(spool);
  }

  private final class Rows implements Iterator<List<String>> {
    private final DataInputStream in;
    private int left = count;

    Rows(DataInputStream in) {
      this.in = in;
    }

    @Override
    public boolean hasNext() {
      return left > 0;
    }

    @Override
    public List<String> next() {
      if (left == 0) {
        throw new NoSuchElementException("no row is left");
      }
      left--;
      try {
        List<String> row = new ArrayList<>(List.of(in.readUTF()));
        for (int width : widths) {
          int length = in.readInt();
          for (int i = 0; i < width; i++) {
            double value = i < length ? in.readDouble() : Double.NaN;
            row.add(Double.isNaN(value) ? "" : Double.toString(value));
          }
        }
        return row;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
