package io.artrec.vision.composition;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Simplified Chinese. */
final class ChineseComposition implements CompositionPhrases {
  private static final Map<CompositionProperty, String> MORE =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(CompositionProperty.EDGE_DENSITY, "更繁密"),
              Map.entry(CompositionProperty.MIRROR_SYMMETRY, "更对称"),
              Map.entry(CompositionProperty.BALANCE, "更偏于一侧"),
              Map.entry(CompositionProperty.HOMOGENEITY, "布局更均匀"),
              Map.entry(CompositionProperty.RMS_CONTRAST, "明暗对比更强"),
              Map.entry(CompositionProperty.MEAN_LAB_L, "更明亮"),
              Map.entry(CompositionProperty.MEAN_LAB_A, "更偏红"),
              Map.entry(CompositionProperty.MEAN_LAB_B, "更偏黄"),
              Map.entry(CompositionProperty.EDGE_ORIENTATION_ENTROPY_1, "线条走向更自由"),
              Map.entry(CompositionProperty.COMPLEXITY, "细节更丰富"),
              Map.entry(CompositionProperty.SELF_SIMILARITY_PHOG, "各部分更相似"),
              Map.entry(CompositionProperty.ASPECT_RATIO, "画幅更宽")));
  private static final Map<CompositionProperty, String> LESS =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(CompositionProperty.EDGE_DENSITY, "更宁静"),
              Map.entry(CompositionProperty.BALANCE, "更均衡"),
              Map.entry(CompositionProperty.HOMOGENEITY, "布局更集中"),
              Map.entry(CompositionProperty.RMS_CONTRAST, "明暗对比更柔和"),
              Map.entry(CompositionProperty.MEAN_LAB_L, "更暗"),
              Map.entry(CompositionProperty.MEAN_LAB_A, "更偏绿"),
              Map.entry(CompositionProperty.MEAN_LAB_B, "更偏蓝"),
              Map.entry(CompositionProperty.EDGE_ORIENTATION_ENTROPY_1, "线条走向更单一"),
              Map.entry(CompositionProperty.COMPLEXITY, "细节更简"),
              Map.entry(CompositionProperty.SELF_SIMILARITY_PHOG, "各部分差异更大"),
              Map.entry(CompositionProperty.ASPECT_RATIO, "画幅更高")));

  @Override
  public Optional<String> comparative(CompositionProperty property, boolean more) {
    return Optional.ofNullable((more ? MORE : LESS).get(property));
  }

  @Override
  public String clause(List<String> comparatives, Extent extent) {
    String than =
        switch (extent) {
          case NINE_OF_TEN -> "九成";
          case NINETEEN_OF_TWENTY -> "九成五的";
          case NINETY_NINE_OF_HUNDRED -> "百分之九十九的";
        };
    return "比" + than + "西方绘画" + String.join("、", comparatives);
  }

  @Override
  public String sentence(List<String> clauses) {
    return String.join("；", clauses) + "。";
  }
}
