package io.artrec.spring.boot;

import io.artrec.AudienceMember;
import io.artrec.LearningStatus;
import io.artrec.Recommendation;
import io.artrec.Recommendations;
import io.artrec.WhyNot;
import java.util.Map;
import java.util.function.Function;

/** What has a form of maps, lists, texts and numbers that any writer of JSON takes. */
final class PlainForms {
  /** Takes one type after the other. */
  interface Visitor {
    <T> void visit(Class<T> type, Function<T, Map<String, Object>> plain);
  }

  private PlainForms() {}

  static void visit(Visitor visitor) {
    visitor.visit(Recommendations.class, Recommendations::plain);
    visitor.visit(Recommendation.class, Recommendation::plain);
    visitor.visit(WhyNot.class, WhyNot::plain);
    visitor.visit(AudienceMember.class, AudienceMember::plain);
    visitor.visit(LearningStatus.class, LearningStatus::plain);
  }
}
