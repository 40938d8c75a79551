package io.artrec.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class CollectionMapTest {
  private static final String[] MOVEMENTS = {"Cubism", "Ukiyo-e", "Romanticism"};
  private static final double[][] MIDDLES = {{0, 0}, {10, 0}, {5, 9}};

  private static Catalog catalog(int works) {
    List<Artwork> all = new ArrayList<>();
    for (int i = 0; i < works; i++) {
      all.add(
          Artwork.builder(
                  "w" + i,
                  i == 0
                      ? "<script>alert(1)</script> & \"so\""
                      : i == 1 ? "half \ud800\ta pair" : "Work " + i)
              .movement(MOVEMENTS[i % 3])
              .subject("sea")
              .build());
    }
    return Catalog.of(all);
  }

  /** Three heaps, and a work without a place. */
  private static PlaneLayout heaps(int works) {
    SplittableRandom chance = new SplittableRandom(3);
    double[] x = new double[works];
    double[] y = new double[works];
    BitSet placed = new BitSet();
    placed.set(0, works - 1);
    for (int i = 0; i < works; i++) {
      x[i] = MIDDLES[i % 3][0] + chance.nextDouble();
      y[i] = MIDDLES[i % 3][1] + chance.nextDouble();
    }
    return PlaneLayout.of(x, y, placed);
  }

  @Test
  void heaps_areRegions_namedByWhatIsTelling() {
    CollectionMap map = CollectionMap.of(catalog(120), heaps(120));
    assertThat(map.regions()).hasSize(3);
    assertThat(map.regions().stream().map(MapRegion::size)).containsExactly(40, 40, 39);
    assertThat(map.regions().stream().map(region -> region.name().orElseThrow()))
        .containsExactly("Cubism", "Ukiyo-e", "Romanticism");
    assertThat(map.regionOf(4)).hasValue(1);
    assertThat(map.regionOf(119)).isEmpty();
    assertThat(map.regions().get(1).x()).isBetween(10.0, 11.0);
  }

  @Test
  void oneHeap_isOneRegionWithoutAName() {
    double[] zeros = new double[30];
    BitSet placed = new BitSet();
    placed.set(0, 30);
    CollectionMap map = CollectionMap.of(catalog(30), PlaneLayout.of(zeros, zeros, placed));
    assertThat(map.regions()).hasSize(1);
    assertThat(map.regions().get(0).name()).isEmpty();
  }

  @Test
  void nothing_isAnEmptyMap() throws Exception {
    CollectionMap map =
        CollectionMap.of(Catalog.of(), PlaneLayout.of(new double[0], new double[0], new BitSet()));
    assertThat(map.regions()).isEmpty();
    assertThat(parsed(MapDrawing.standard().svg(map)).getElementsByTagName("circle").getLength())
        .isZero();
  }

  @Test
  void drawing_isWellFormed_andEscapesTitles() throws Exception {
    CollectionMap map = CollectionMap.of(catalog(120), heaps(120));
    String svg =
        MapDrawing.standard()
            .size(400)
            .links(
                work ->
                    work.id().equals("w0") ? Optional.of("/works?id=0&a=\"b\"") : Optional.empty())
            .svg(map);
    Document drawing = parsed(svg);
    assertThat(drawing.getElementsByTagName("circle").getLength()).isEqualTo(119);
    assertThat(drawing.getElementsByTagName("text").getLength()).isEqualTo(3);
    assertThat(drawing.getElementsByTagName("script").getLength()).isZero();
    assertThat(drawing.getElementsByTagName("title").item(1).getTextContent())
        .isEqualTo("<script>alert(1)</script> & \"so\"");
    assertThat(drawing.getElementsByTagName("title").item(2).getTextContent())
        .isEqualTo("half  a pair");
    assertThat(drawing.getElementsByTagName("a").item(0).getAttributes().getNamedItem("href"))
        .extracting(attribute -> attribute.getNodeValue())
        .isEqualTo("/works?id=0&a=\"b\"");
  }

  @Test
  void layoutOfOthers_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CollectionMap.of(catalog(3), heaps(4)))
        .withMessage("layout of 4 works, catalogue of 3; expected as many");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> heaps(4).x(3))
        .withMessage("work 3 has no place; ask isPlaced first");
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }
}
