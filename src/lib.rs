//! Rules, texts and pages of the housing-offer calculator.
