package io.artrec.cf;

import io.artrec.cf.factors.BiasedMf;
import io.artrec.cf.factors.Bpr;
import io.artrec.cf.factors.ImplicitAls;
import io.artrec.cf.factors.Nmf;
import io.artrec.cf.factors.PureSvd;
import io.artrec.cf.factors.SvdPlusPlus;
import io.artrec.cf.factors.Warp;
import io.artrec.cf.linear.Ease;
import io.artrec.cf.linear.P3Alpha;
import io.artrec.cf.linear.Rp3Beta;
import io.artrec.cf.linear.Slim;
import io.artrec.cf.neighbors.CombinedKnn;
import io.artrec.cf.neighbors.ItemKnn;
import io.artrec.cf.neighbors.SessionKnn;
import io.artrec.cf.neighbors.UserKnn;
import io.artrec.cf.rating.BiasBaseline;
import io.artrec.cf.rating.ItemKnnRating;
import io.artrec.cf.rating.SlopeOne;
import io.artrec.cf.rating.UserKnnRating;
import io.artrec.model.StateReader;
import io.artrec.strategy.Parameters;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.StrategyReader;
import io.artrec.strategy.StrategyReaders;
import io.artrec.strategy.TrainingContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The strategies of this module by name: for configurations in text and for model files. */
public final class CfStrategies {
  private static final Map<String, Method> METHODS = methods();

  private record Method(Function<Parameters, Strategy> parser, Read reader) {}

  @FunctionalInterface
  private interface Read {
    Scorer read(StateReader in, TrainingContext context, StrategyReaders readers);
  }

  private CfStrategies() {}

  private static Map<String, Method> methods() {
    Map<String, Method> all = new TreeMap<>();
    all.put(BiasBaseline.NAME, new Method(BiasBaseline::parse, BiasBaseline::read));
    all.put(BiasedMf.NAME, new Method(BiasedMf::parse, BiasedMf::read));
    all.put(CombinedKnn.NAME, new Method(CombinedKnn::parse, CombinedKnn::read));
    all.put(Bpr.NAME, new Method(Bpr::parse, Bpr::read));
    all.put(Ease.NAME, new Method(Ease::parse, Ease::read));
    all.put(ImplicitAls.NAME, new Method(ImplicitAls::parse, ImplicitAls::read));
    all.put(ItemKnn.NAME, new Method(ItemKnn::parse, ItemKnn::read));
    all.put(ItemKnnRating.NAME, new Method(ItemKnnRating::parse, ItemKnnRating::read));
    all.put(Nmf.NAME, new Method(Nmf::parse, Nmf::read));
    all.put(P3Alpha.NAME, new Method(P3Alpha::parse, P3Alpha::read));
    all.put(PureSvd.NAME, new Method(PureSvd::parse, PureSvd::read));
    all.put(Rp3Beta.NAME, new Method(Rp3Beta::parse, Rp3Beta::read));
    all.put(SessionKnn.NAME, new Method(SessionKnn::parse, SessionKnn::read));
    all.put(Slim.NAME, new Method(Slim::parse, Slim::read));
    all.put(SlopeOne.NAME, new Method(SlopeOne::parse, SlopeOne::read));
    all.put(SvdPlusPlus.NAME, new Method(SvdPlusPlus::parse, SvdPlusPlus::read));
    all.put(UserKnn.NAME, new Method(UserKnn::parse, UserKnn::read));
    all.put(UserKnnRating.NAME, new Method(UserKnnRating::parse, UserKnnRating::read));
    all.put(Warp.NAME, new Method(Warp::parse, Warp::read));
    return all;
  }

  /**
   * Returns the names of all strategies.
   *
   * @return names in alphabetical order
   */
  public static List<String> names() {
    return List.copyOf(METHODS.keySet());
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
    Method method = METHODS.get(name);
    if (method == null) {
      throw new IllegalArgumentException(
          "strategy '" + name + "' is unknown, expected one of " + String.join(", ", names()));
    }
    return method.parser.apply(Parameters.parse(colon < 0 ? "" : text.substring(colon + 1)));
  }

  /**
   * Returns what makes this module's strategies of their hyper-parameters: {@code
   * StrategyParser.core().with(CfStrategies.parsers())}.
   *
   * @return parsers by name
   */
  public static Map<String, Function<Parameters, Strategy>> parsers() {
    Map<String, Function<Parameters, Strategy>> parsers = new TreeMap<>();
    METHODS.forEach((name, method) -> parsers.put(name, method.parser));
    return parsers;
  }

  /**
   * Returns what reads this module's strategies from model files: {@code
   * Recommender.loader(path).strategies(CfStrategies.readers())}.
   *
   * @return one reader for each strategy
   */
  public static List<StrategyReader> readers() {
    return METHODS.entrySet().stream()
        .<StrategyReader>map(entry -> new Reader(entry.getKey(), entry.getValue().reader))
        .toList();
  }

  private record Reader(String strategy, Read reader) implements StrategyReader {
    @Override
    public Scorer read(StateReader in, TrainingContext context, StrategyReaders readers) {
      return reader.read(in, context, readers);
    }
  }
}
