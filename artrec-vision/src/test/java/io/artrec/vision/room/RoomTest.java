package io.artrec.vision.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.Dimensions;
import io.artrec.vision.TestImages;
import io.artrec.vision.color.PaletteSearch;
import io.artrec.vision.image.CieLab;
import io.artrec.vision.image.RgbImage;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RoomTest {
  private static final int BLUE = 0x2A4A80;
  private static final int OCHRE = 0xC09040;

  private static RgbImage halves(int left, int right) {
    int[] pixels = new int[40 * 30];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = i % 40 < 20 ? left : right;
    }
    return RgbImage.of(40, 30, pixels);
  }

  private static Artwork work(String id, double width, double height) {
    return Artwork.builder(id, id).image(id).dimensions(Dimensions.ofCm(width, height)).build();
  }

  private static final Catalog CATALOG =
      Catalog.of(
          work("blue", 80, 60),
          work("blue-ochre", 80, 60),
          work("like-the-wall", 80, 60),
          work("red", 80, 60),
          work("blue-huge", 800, 600),
          work("blue-tiny", 8, 6),
          Artwork.builder("blue-unmeasured", "?").image("blue-unmeasured").build());

  private final PaletteSearch palettes =
      PaletteSearch.of(CATALOG, artwork -> artwork.image().map(RoomTest::file));

  private static byte[] file(String name) {
    return TestImages.png(
        switch (name) {
          case "blue-ochre" -> halves(BLUE, OCHRE);
          case "like-the-wall" -> halves(0xEDE4D0, 0xEBE2CE);
          case "red" -> halves(0xB02020, 0xA02830);
          default -> halves(BLUE, 0x20305A);
        });
  }

  @Test
  void worksThatTakeUpColorsAndHaveRoom_areFound() {
    List<RoomSearch.Fit> fits =
        RoomSearch.of(CATALOG, palettes).find(Room.of(200, "#EEE5D2", "#2A4A80", "#C09040"), 10);

    assertThat(fits).extracting(RoomSearch.Fit::artwork).containsExactly("blue-ochre", "blue");
    assertThat(fits.get(0).takenUp()).isEqualTo(2);
    assertThat(fits.get(0).share()).isCloseTo(1, within(1e-9));
  }

  @Test
  void roomThatNothingFits_findsNothing() {
    assertThat(RoomSearch.of(CATALOG, palettes).find(Room.of(200, "#20C040"), 10)).isEmpty();
  }

  @Test
  void drawing_isToScale() {
    Room room = Room.of(300, "#EEE5D2", "#2A4A80");
    BufferedImage image =
        RoomDrawing.of(room)
            .width(600)
            .draw(halves(BLUE, OCHRE), Dimensions.ofCm(80, 60))
            .orElseThrow();

    assertThat(image.getWidth()).isEqualTo(600);
    assertThat(image.getHeight()).isEqualTo(2 * (250 + 45));
    int row = 2 * (250 - 150);
    int[] ofWork = new int[600];
    for (int x = 0; x < 600; x++) {
      CieLab color = CieLab.of(image.getRGB(x, row));
      ofWork[x] =
          color.distance(CieLab.of(BLUE)) < 12 ? 1 : color.distance(CieLab.of(OCHRE)) < 12 ? 2 : 0;
    }
    assertThat(Arrays.stream(ofWork).filter(kind -> kind == 1).count()).isBetween(76L, 80L);
    assertThat(Arrays.stream(ofWork).filter(kind -> kind == 2).count()).isBetween(76L, 80L);
    assertThat(ofWork[221]).isEqualTo(1);
    assertThat(ofWork[378]).isEqualTo(2);
    assertThat(CieLab.of(image.getRGB(20, row)).distance(room.wall())).isLessThan(8);
  }

  @Test
  void photograph_givesColorsAndProportions() {
    Room room = Room.ofPhoto(400, halves(0xEEE5D2, 0xEEE5D2));

    assertThat(room.height()).isEqualTo(300);
    assertThat(room.wall().distance(CieLab.of(0xEEE5D2))).isLessThan(1);
    BufferedImage image =
        RoomDrawing.of(room)
            .width(400)
            .draw(halves(BLUE, BLUE), Dimensions.ofCm(100, 50))
            .orElseThrow();
    assertThat(image.getHeight()).isEqualTo(300);
    assertThat(CieLab.of(image.getRGB(200, 150)).distance(CieLab.of(BLUE))).isLessThan(2);
    assertThat(CieLab.of(image.getRGB(100, 150)).distance(room.wall())).isLessThan(2);
  }

  @Test
  void whatCannotBe_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Room.of(0, "#EEE5D2"))
        .withMessage("width of a wall is 0.0 cm, expected above 0 and at most 100000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Room.ofPhoto(200, halves(0, 0)).height(200))
        .withMessageContaining("its height follows from the width");
  }

  @Test
  void workThatDoesNotFit_orHasNoKnownSize_isNotDrawn() {
    Room room = Room.of(100, "#EEE5D2").height(80);
    Dimensions fits = Dimensions.ofCm(90, 70);
    Dimensions wide = Dimensions.ofCm(90.1, 70);
    Dimensions high = Dimensions.ofCm(90, 70.1);
    Dimensions unknown =
        new Dimensions(OptionalDouble.of(3), OptionalDouble.empty(), OptionalDouble.empty());

    assertThat(room.holds(fits)).isTrue();
    assertThat(RoomDrawing.of(room).draw(halves(BLUE, BLUE), fits)).isPresent();
    for (Dimensions none : List.of(wide, high, unknown)) {
      assertThat(room.holds(none)).as(none.toString()).isFalse();
      assertThat(RoomDrawing.of(room).draw(halves(BLUE, BLUE), none)).isEmpty();
    }
  }
}
