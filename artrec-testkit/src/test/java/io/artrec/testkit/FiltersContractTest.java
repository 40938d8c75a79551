package io.artrec.testkit;

import io.artrec.filter.Filter;
import io.artrec.filter.Filters;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** Runs filters of every kind that artrec-core has against the contract. */
class FiltersContractTest {
  @Nested
  class Unseen extends FilterContract {
    @Override
    protected Filter filter() {
      return Filters.unseen();
    }
  }

  @Nested
  class Available extends FilterContract {
    @Override
    protected Filter filter() {
      return Filters.available();
    }
  }

  @Nested
  class Price extends FilterContract {
    @Override
    protected Filter filter() {
      return Filters.priceBetween(0, 500, "EUR");
    }
  }

  @Nested
  class YearOrUnknown extends FilterContract {
    @Override
    protected Filter filter() {
      return Filters.yearBetween(1800, 1900).orUnknown();
    }
  }

  @Nested
  class Artist extends FilterContract {
    @Override
    protected Filter filter() {
      return Filters.artist("claude monet");
    }
  }

  @Nested
  class Excluding extends FilterContract {
    @Override
    protected Filter filter() {
      return Filters.excluding(List.of("bare"));
    }
  }

  @Nested
  class Composed extends FilterContract {
    @Override
    protected Filter filter() {
      return Filters.unseen().negate().or(Filters.medium("woodblock")).and(Filters.available());
    }
  }
}
