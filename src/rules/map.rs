//! A small map that keeps its keys in order.
//!
//! A sorted list: for the dozens of entries held here it is as fast as the standard library's
//! tree, and a tree for each kind of key would cost every visitor some kilobytes.

/// A map from keys to values, in the order of the keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SortedMap<K, V>(Vec<(K, V)>);

impl<K: Ord, V> SortedMap<K, V> {
    /// The value of a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: std::borrow::Borrow<Q>,
    {
        let place = self.place(key).ok()?;
        self.0.get(place).map(|(_, value)| value)
    }

    /// The value of a key, to change.
    pub fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: std::borrow::Borrow<Q>,
    {
        let place = self.place(key).ok()?;
        self.0.get_mut(place).map(|(_, value)| value)
    }

    /// Sets the value of a key.
    pub fn insert(&mut self, key: K, value: V) {
        match self.place(&key) {
            Ok(place) => {
                if let Some(slot) = self.0.get_mut(place) {
                    *slot = (key, value);
                }
            }
            Err(place) => self.0.insert(place, (key, value)),
        }
    }

    /// Takes a key out.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q)
    where
        K: std::borrow::Borrow<Q>,
    {
        if let Ok(place) = self.place(key) {
            self.0.remove(place);
        }
    }

    /// Keeps only the entries that `keep` wants.
    pub fn retain(&mut self, keep: impl Fn(&K) -> bool) {
        self.0.retain(|(key, _)| keep(key));
    }

    /// The entries in order.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// The entries whose keys `keep` wants; order is kept.
    pub fn filtered(&self, keep: impl Fn(&K) -> bool) -> SortedMap<K, V>
    where
        K: Clone,
        V: Clone,
    {
        SortedMap(self.0.iter().filter(|(key, _)| keep(key)).cloned().collect())
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn place<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: std::borrow::Borrow<Q>,
    {
        self.0.binary_search_by(|(known, _)| known.borrow().cmp(key))
    }
}

impl<K, V> Default for SortedMap<K, V> {
    fn default() -> Self {
        SortedMap(Vec::new())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_value_of_a_key_counts_and_order_is_that_of_the_keys() {
        let mut map = SortedMap::default();
        for (key, value) in [(3, 'c'), (1, 'a'), (2, 'b'), (1, 'x')] {
            map.insert(key, value);
        }
        assert_eq!(map.iter().collect::<Vec<_>>(), [(&1, &'x'), (&2, &'b'), (&3, &'c')]);
        map.remove(&2);
        assert_eq!((map.get(&2), map.get(&3)), (None, Some(&'c')));
    }
}
