#!/bin/sh
# Puts a version into the folder that a server sends, also while people have another one open:
#
#   sh deploy/update.sh dist /srv/botilbud
#
# What the new pages load comes before the pages themselves. The folders of the versions before
# stay, so that a page that is open goes on with its own; remove them when nobody can have them
# open any more. The municipality's own standard.json stays, and the new pages are filled in from it.
set -eu
new=$1
live=$2
tools=$(dirname "$0")/../tools

mkdir -p "$live"
if [ -e "$live/standard.json" ]; then
  cp "$live/standard.json" "$new/standard.json"
fi
node "$tools/pages.mjs" "$new"

cp -R "$new"/app-* "$new"/fonts-* "$live/"
for file in "$new"/*; do
  case $file in
    */app-* | */fonts-* | *.html | *.html.*) ;;
    *) cp "$file" "$live/" ;;
  esac
done
cp "$new"/*.html.* "$new"/*.html "$live/"
