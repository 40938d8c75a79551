package io.artrec.examples.collection;

import io.artrec.vision.color.ColorEmotion;
import io.artrec.vision.color.ColorHarmony;
import io.artrec.vision.color.ColorMeasures;
import io.artrec.vision.color.Palette;
import io.artrec.vision.composition.Composition;
import io.artrec.vision.composition.CompositionWords;
import io.artrec.vision.composition.FocalPoint;
import io.artrec.vision.composition.Horizon;
import io.artrec.vision.image.RgbImage;
import io.artrec.vision.reproduction.Reproduction;
import io.artrec.vision.reproduction.Reproduction.Surrounding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Says an image in a paragraph, in English or Chinese: only what its measures show by stated
 * thresholds. Immutable.
 */
public final class PictureWords {
  /** From which colorfulness on people call an image so, by Hasler and Süsstrunk's table. */
  private static final double[] COLORFUL = {15, 33, 59, 82};

  private static final double NEAR = 0.09;

  private final Locale locale;

  /**
   * Says images in a language.
   *
   * @param locale Chinese, or any other for English
   */
  public PictureWords(Locale locale) {
    this.locale = locale;
  }

  /**
   * Says an image, without the bars or the border that it lies on.
   *
   * @param whole the image
   * @return sentences
   */
  public String of(RgbImage whole) {
    List<String> sentences = new ArrayList<>();
    Reproduction reproduction = Reproduction.of(whole);
    if (reproduction.surroundings().contains(Surrounding.FRAME)) {
      sentences.add(say("Photographed in its frame.", "连同画框一起拍摄。"));
    }
    if (reproduction.surroundings().contains(Surrounding.COLOR_CHART)) {
      sentences.add(say("A color chart lies beside it.", "旁边有色卡。"));
    }
    RgbImage image = reproduction.work();
    switch (Reproduction.of(image).tone()) {
      case COLORED -> colors(image, sentences);
      case GRAY ->
          sentences.add(
              say("A gray photograph, so that nothing can be said of colors.", "一张灰度照片，谈不了颜色。"));
      case TONED ->
          sentences.add(
              say(
                  "A toned photograph, so that nothing can be said of the work's colors.",
                  "一张单色调的照片，谈不了作品的颜色。"));
    }
    String composed = CompositionWords.standard().describe(Composition.of(image), locale);
    if (!composed.isEmpty()) {
      sentences.add(composed);
    }
    Horizon.of(image).ifPresent(horizon -> sentences.add(divided(horizon)));
    FocalPoint.of(image).flatMap(this::focus).ifPresent(sentences::add);
    return String.join(say(" ", ""), sentences);
  }

  private void colors(RgbImage image, List<String> sentences) {
    Palette palette = Palette.of(image);
    sentences.add(sentence(palette.words(locale)));
    sentences.add(sentence(ColorHarmony.of(image).words(locale)));
    ColorEmotion.of(palette).words(locale).ifPresent(it -> sentences.add(sentence(it)));
    double colorful = ColorMeasures.of(image).colorfulness();
    if (colorful < COLORFUL[1]) {
      sentences.add(
          colorful < COLORFUL[0]
              ? say("Hardly colorful.", "几乎没有色彩。")
              : say("Slightly colorful.", "色彩淡薄。"));
    } else if (colorful >= COLORFUL[2]) {
      sentences.add(
          colorful >= COLORFUL[3]
              ? say("Highly colorful.", "色彩极为鲜艳。")
              : say("Quite colorful.", "色彩相当鲜艳。"));
    }
  }

  private String sentence(String text) {
    return say(text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".", text + "。");
  }

  private String divided(Horizon horizon) {
    long percent = Math.round(100 * horizon.height());
    return say(
        "A horizontal line divides it " + percent + " % from the top.",
        "一条水平线在距上缘 " + percent + "% 处把画面分开。");
  }

  /** Where what stands out lies, when it lies on a point of thirds or in the middle. */
  private Optional<String> focus(FocalPoint point) {
    double offX = point.x() - 0.5;
    double offY = point.y() - 0.5;
    if (Math.sqrt(offX * offX + offY * offY) < NEAR / 2) {
      return Optional.of(say("What stands out lies in the middle.", "醒目之处在正中。"));
    }
    if (point.distanceToPowerPoint() >= NEAR) {
      return Optional.empty();
    }
    return Optional.of(
        say(
            "What stands out lies near the "
                + (offY < 0 ? "upper " : "lower ")
                + (offX < 0 ? "left" : "right")
                + " point of thirds.",
            "醒目之处靠近" + (offX < 0 ? "左" : "右") + (offY < 0 ? "上" : "下") + "方的三分点。"));
  }

  private String say(String english, String chinese) {
    return locale.getLanguage().equals("zh") ? chinese : english;
  }
}
