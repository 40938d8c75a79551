package io.artrec.cf;

import io.artrec.cf.als.ImplicitAls;
import io.artrec.cf.content.AdditiveRatings;
import io.artrec.cf.linear.CollectiveEase;
import io.artrec.cf.linear.Ease;
import io.artrec.cf.linear.P3Alpha;
import io.artrec.cf.linear.Rp3Beta;
import io.artrec.cf.linear.Slim;
import io.artrec.cf.mf.BiasedMf;
import io.artrec.cf.mf.Nmf;
import io.artrec.cf.mf.SvdPlusPlus;
import io.artrec.cf.neighbors.CombinedKnn;
import io.artrec.cf.neighbors.ItemKnn;
import io.artrec.cf.neighbors.SessionKnn;
import io.artrec.cf.neighbors.UserKnn;
import io.artrec.cf.pairwise.Bpr;
import io.artrec.cf.pairwise.FeatureBpr;
import io.artrec.cf.pairwise.Warp;
import io.artrec.cf.rating.BiasBaseline;
import io.artrec.cf.rating.ItemKnnRating;
import io.artrec.cf.rating.SlopeOne;
import io.artrec.cf.rating.UserKnnRating;
import io.artrec.cf.svd.PureSvd;
import io.artrec.strategy.Parameters;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.StrategyMethod;
import io.artrec.strategy.StrategyReader;
import java.util.List;

/** The strategies of this module by name: for configurations in text and for model files. */
public final class CfStrategies {
  private static final List<StrategyMethod<?>> METHODS =
      List.of(
          AdditiveRatings.METHOD,
          BiasBaseline.METHOD,
          BiasedMf.METHOD,
          Bpr.METHOD,
          CollectiveEase.METHOD,
          CombinedKnn.METHOD,
          Ease.METHOD,
          FeatureBpr.METHOD,
          ImplicitAls.METHOD,
          ItemKnn.METHOD,
          ItemKnnRating.METHOD,
          Nmf.METHOD,
          P3Alpha.METHOD,
          PureSvd.METHOD,
          Rp3Beta.METHOD,
          SessionKnn.METHOD,
          Slim.METHOD,
          SlopeOne.METHOD,
          SvdPlusPlus.METHOD,
          UserKnn.METHOD,
          UserKnnRating.METHOD,
          Warp.METHOD);

  private CfStrategies() {}

  /**
   * Returns the strategies with their hyper-parameters: {@code
   * StrategyParser.core().with(CfStrategies.methods())}.
   *
   * @return methods in alphabetical order of their names
   */
  public static List<StrategyMethod<?>> methods() {
    return METHODS;
  }

  /** {@return the names of all strategies, in alphabetical order} */
  public static List<String> names() {
    return METHODS.stream().map(StrategyMethod::name).toList();
  }

  /**
   * Returns a strategy from its name and hyper-parameters.
   *
   * @param text {@code name} or {@code name:key=value,...}, for instance {@code
   *     p3alpha:neighbors=332,alpha=1.0075}
   * @return the strategy
   * @throws IllegalArgumentException when the name or a key is unknown, or a value out of range;
   *     the message lists what is known
   */
  public static Strategy parse(String text) {
    int colon = text.indexOf(':');
    String name = (colon < 0 ? text : text.substring(0, colon)).strip();
    return METHODS.stream()
        .filter(method -> method.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "strategy '"
                        + name
                        + "' is unknown, expected one of "
                        + String.join(", ", names())))
        .parse(Parameters.parse(colon < 0 ? "" : text.substring(colon + 1)));
  }

  /**
   * Returns what reads this module's strategies from model files: {@code
   * Recommender.loader(path).strategies(CfStrategies.readers())}.
   *
   * @return one reader for each strategy
   */
  public static List<StrategyReader> readers() {
    return METHODS.stream().map(StrategyMethod::reader).toList();
  }
}
