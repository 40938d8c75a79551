package io.artrec.examples.atelier;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Somebody who never lived: a name, years of work, colors, and one or two manners. Immutable. */
final class Artist {
  private final String id;
  private final Said name;
  private final int begin;
  private final int end;
  private final List<Manner> manners;
  private final Colors colors;

  private Artist(NamedCsvRecord row) {
    id = row.getField("id");
    name = new Said(row.getField("name"), row.getField("name_zh"));
    begin = Integer.parseInt(row.getField("begin"));
    end = Integer.parseInt(row.getField("end"));
    manners = Stream.of(row.getField("manners").split("\\|")).map(Manner::valueOf).toList();
    colors = Colors.parse(row.getField("palette"));
  }

  /** Everybody who works in the atelier. */
  static List<Artist> all() {
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder()
            .ofNamedCsvRecord(
                new InputStreamReader(
                    Objects.requireNonNull(
                        Artist.class.getResourceAsStream("artists.csv"), "artists.csv"),
                    StandardCharsets.UTF_8))) {
      return rows.stream().map(Artist::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String id() {
    return id;
  }

  Said name() {
    return name;
  }

  int begin() {
    return begin;
  }

  int end() {
    return end;
  }

  List<Manner> manners() {
    return manners;
  }

  Colors colors() {
    return colors;
  }
}
