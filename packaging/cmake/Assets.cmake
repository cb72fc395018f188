# SPDX-License-Identifier: GPL-3.0-or-later
# Third-party files come from packaging/assets (npm, pinned); packaging/dependencies.sh fetches them.
set(VOXDESK_ASSETS_DIR ${PROJECT_SOURCE_DIR}/packaging/assets/node_modules CACHE PATH "Fetched third-party assets")

# voxdesk_asset(VARIABLE PACKAGE/FILE): the absolute path of a fetched file, or a clear stop.
function(voxdesk_asset variable file)
  if(NOT EXISTS ${VOXDESK_ASSETS_DIR}/${file})
    message(FATAL_ERROR "${VOXDESK_ASSETS_DIR}/${file} is missing. Run packaging/dependencies.sh first.")
  endif()
  set(${variable} ${VOXDESK_ASSETS_DIR}/${file} PARENT_SCOPE)
endfunction()
