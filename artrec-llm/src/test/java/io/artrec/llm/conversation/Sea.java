package io.artrec.llm.conversation;

import io.artrec.Recommender;
import io.artrec.behavior.Interaction;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.Price;
import io.artrec.catalog.YearRange;
import io.artrec.feature.AttributeFeature;
import io.artrec.strategy.ContentBased;
import io.artrec.strategy.Hybrid;
import io.artrec.strategy.Popularity;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** A dozen made-up works, half of them of the sea, and a recommender over them. */
final class Sea {
  private static final String WORKS =
      """
      harbor; Harbor at Noon;    1850;  900; Ada Brook; Landscape;  sea, ship;  blue
      storm;  Storm at the Cape; 1820; 1200; Ada Brook; Landscape;  sea, storm; gray
      dunes;  Dog on the Dunes;  1890;  300; Carl Dahl; Landscape;  sea, dog;   yellow
      gulls;  Gulls;             1910;  250; Carl Dahl; Landscape;  sea, bird;  blue
      boats;  Two Boats;         1875;  450; Eva Falk;  Landscape;  sea, boat;  green
      battle; Battle at Sea;     1805; 2000; Eva Falk;  History;    sea, war;   red
      roses;  Roses;             1880;  500; Gro Holm;  Still life; rose;       red
      pears;  Pears on a Cloth;  1900;  350; Gro Holm;  Still life; pear;       green
      jug;    Blue Jug;          1920;  400; Ivo Jung;  Still life; jug;        blue
      sister; The Sister;        1860;  700; Ivo Jung;  Portrait;   woman;      brown
      clerk;  A Clerk;           1845;  650; Kai Lund;  Portrait;   man;        black
      child;  Child with a Dog;  1895;  800; Kai Lund;  Portrait;   child, dog; brown
      """;

  private Sea() {}

  private static Artwork work(String line) {
    String[] cells = line.split(" *; *", -1);
    Artwork.Builder work =
        Artwork.builder(cells[0], cells[1])
            .created(YearRange.of(Integer.parseInt(cells[2])))
            .price(Price.of(cells[3], "EUR"))
            .artist(cells[4])
            .genre(cells[5])
            .attribute("palette", cells[7]);
    Stream.of(cells[6].split(", ")).forEach(work::subject);
    return work.build();
  }

  static Recommender recommender() {
    return Recommender.builder()
        .catalog(Catalog.of(WORKS.lines().map(Sea::work).toList()))
        .interactions(
            List.of(
                Interaction.favorite("visitor-4711", "harbor"),
                Interaction.favorite("other-1", "storm"),
                Interaction.favorite("other-2", "gulls"),
                Interaction.favorite("other-3", "gulls")))
        .feature(AttributeFeature.subjects())
        .feature(AttributeFeature.artist())
        .strategy(
            Hybrid.weighted().add(0.9, ContentBased.preferred()).add(0.1, Popularity.allTime()))
        .seed(7)
        .clock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
        .build();
  }
}
