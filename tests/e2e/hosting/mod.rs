//! The configurations in `deploy/`, under the servers they are for.

mod ask;
mod files;
mod frames;
mod servers;
mod update;
