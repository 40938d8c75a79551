package io.artrec.examples.atelier;

import java.util.ArrayList;
import java.util.List;

/** Soft-edged fields, glazed over each other, that float on a stained ground. */
final class ColorField {
  private static final List<Said> NAMES =
      List.of(
          new Said("Threshold", "门槛"),
          new Said("Slow Evening", "缓慢的傍晚"),
          new Said("Two Breaths", "两次呼吸"),
          new Said("Standing Light", "立着的光"),
          new Said("Ember Room", "余烬之室"),
          new Said("What the Window Kept", "窗所留住的"),
          new Said("Interval", "间隔"),
          new Said("Warm Silence", "温暖的寂静"),
          new Said("Before Speech", "言语之前"),
          new Said("Low Sun", "低日"),
          new Said("Hearth", "炉边"),
          new Said("Long Vowel", "长音"),
          new Said("Vesper", "晚祷"),
          new Said("Field of Rest", "休憩之野"));
  private static final String[] NUMBERS = {"", "", "Two", "Three", "Four"};
  private static final String[] CHINESE_NUMBERS = {"", "", "两", "三", "四"};

  private record Band(double top, double bottom, Pigment pigment) {}

  private final List<Band> bands = new ArrayList<>();
  private final Pigment ground;
  private final Pigment dark;
  private final Format format;

  private ColorField(Chance chance, Colors colors) {
    ground = chance.odds(0.7) ? colors.ground() : colors.main().lighter(-0.12);
    dark = colors.dark();
    format = chance.pick(List.of(Format.TALL, Format.PORTRAIT, Format.PORTRAIT, Format.SQUARE));
    int count = chance.from(2, 4);
    List<Pigment> choice =
        new ArrayList<>(
            List.of(
                colors.main(),
                colors.second(),
                colors.third(),
                chance.odds(0.5) ? colors.accent() : colors.light(),
                colors.dark().lighter(0.06)));
    double[] shares = new double[count];
    double total = 0;
    for (int i = 0; i < count; i++) {
      shares[i] = chance.between(0.4, 1.6) * (i == 1 && count > 2 ? 0.5 : 1);
      total += shares[i];
    }
    double at = 0.055;
    double room = 1 - 2 * at - 0.022 * (count - 1);
    for (int i = 0; i < count; i++) {
      double bottom = at + room * shares[i] / total;
      bands.add(new Band(at, bottom, choice.remove(chance.below(choice.size()))));
      at = bottom + 0.022;
    }
  }

  static Study plan(Chance chance, Colors family) {
    Colors colors = family.exchanged(chance);
    ColorField field = new ColorField(chance, colors);
    int n = field.bands.size();
    return Study.titled(field.format, chance.pick(NAMES))
        .described(
            NUMBERS[n]
                + " soft-edged fields of color hover one above the other and breathe at their"
                + " edges. Thin glazes let the stained ground glow through; nothing is depicted.",
            CHINESE_NUMBERS[n] + "块边缘柔和的色域上下悬浮，边缘仿佛在呼吸。薄涂的颜色透出底色的光，画中无物可指。")
        .showing(List.of("abstraction", "color field", "calm"))
        .painted(field::paint);
  }

  private void paint(Surface surface, Chance chance) {
    Noise stain = new Noise(chance.next());
    double h = surface.height();
    double w = surface.width();
    surface.fill(
        (x, y) ->
            ground
                .mix(dark, 0.22 * stain.cloud(x * 1.6, y * 1.6, 4))
                .times(0.94 + 0.12 * stain.cloud(x * 26, y * 9, 3)));
    for (Band band : bands) {
      for (int glaze = 0; glaze < 4; glaze++) {
        glaze(surface, chance, band, glaze, w, h);
      }
    }
    new Finish(surface, chance).canvas(0.05).vignette(0.12);
  }

  private static void glaze(
      Surface surface, Chance chance, Band band, int glaze, double w, double h) {
    Noise edge = new Noise(chance.next());
    Noise scumble = new Noise(chance.next());
    double inset = w * (0.075 + chance.around(0.008));
    double top = h * (band.top() + chance.around(0.004));
    double bottom = h * (band.bottom() + chance.around(0.004));
    double feather = 0.045 - 0.006 * glaze;
    Pigment tone =
        band.pigment().changed(chance.around(0.018), chance.between(0.85, 1.15), chance.around(5));
    surface.veil(
        (x, y) -> tone.times(0.94 + 0.12 * scumble.cloud(x * 7, y * 30, 3)),
        (x, y) -> {
          double waver = 0.03 * (edge.cloud(x * 9, y * 9, 3) - 0.5);
          double dx = Math.min(x - inset, w - inset - x) + waver;
          double dy = Math.min(y - top, bottom - y) + 0.6 * waver;
          double inside = Field.ramp(-feather * 0.5, feather, Math.min(dx, dy * 1.5));
          double brushed = scumble.cloud(x * 2.6, y * 6, 4);
          return inside * (0.32 + 0.5 * Field.ramp(0.3, 0.62, brushed));
        },
        Blend.COVER);
  }
}
